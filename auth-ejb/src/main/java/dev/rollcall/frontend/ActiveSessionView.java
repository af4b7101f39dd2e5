package dev.rollcall.frontend;

import dev.rollcall.session.SessionActivityView;
import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionTaskView;
import jakarta.json.JsonObject;
import java.util.List;

/** A session in the list of the user's devices ({@code Client.ActiveSession}). */
public record ActiveSessionView(
        String object,
        String id,
        String status,
        long expireAt,
        long abandonAt,
        long lastActiveAt,
        JsonObject actor,
        List<SessionTaskView> tasks,
        SessionActivityView latestActivity) {

    static ActiveSessionView of(SessionFacts session, SessionActivityView activity) {
        return new ActiveSessionView(
                "session",
                session.id(),
                session.status().frontendWire(),
                session.expireAt().toEpochMilli(),
                session.abandonAt().toEpochMilli(),
                session.lastActiveAt().toEpochMilli(),
                null,
                SessionTaskView.of(session),
                activity);
    }
}
