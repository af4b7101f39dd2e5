package dev.rollcall.session;

import jakarta.json.JsonObject;
import java.util.List;

/** A session as the Backend API shows it ({@code Session}). */
public record BackendSessionView(
        String object,
        String id,
        String userId,
        String clientId,
        JsonObject actor,
        String status,
        String lastActiveOrganizationId,
        long lastActiveAt,
        SessionActivityView latestActivity,
        long expireAt,
        long abandonAt,
        long updatedAt,
        long createdAt,
        List<SessionTaskView> tasks) {

    static BackendSessionView of(SessionFacts session, SessionActivityView activity) {
        return new BackendSessionView(
                "session",
                session.id(),
                session.userId(),
                session.client().id(),
                session.actor(),
                session.status().wire(),
                null,
                session.lastActiveAt().toEpochMilli(),
                activity,
                session.expireAt().toEpochMilli(),
                session.abandonAt().toEpochMilli(),
                session.updatedAt().toEpochMilli(),
                session.createdAt().toEpochMilli(),
                SessionTaskView.of(session));
    }
}
