package dev.rollcall.frontend;

import dev.rollcall.session.SessionFacts;
import dev.rollcall.session.SessionTaskView;
import dev.rollcall.token.TokenView;
import dev.rollcall.user.PublicUserDataView;
import dev.rollcall.user.UserView;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * A session as its own browser sees it ({@code Client.Session}).
 *
 * @param lastActiveToken a fresh token; null for a session that is over or belongs to another client. Without one clerk-js
 *     takes its user for signed out
 */
public record SessionView(
        String object,
        String id,
        String status,
        long expireAt,
        long abandonAt,
        long lastActiveAt,
        TokenView lastActiveToken,
        JsonObject actor,
        List<SessionTaskView> tasks,
        String lastActiveOrganizationId,
        UserView user,
        PublicUserDataView publicUserData,
        List<Integer> factorVerificationAge,
        long createdAt,
        long updatedAt) {

    static SessionView of(SessionFacts session, TokenView token, UserView user, Instant now) {
        return new SessionView(
                "session",
                session.id(),
                session.status().frontendWire(),
                session.expireAt().toEpochMilli(),
                session.abandonAt().toEpochMilli(),
                session.lastActiveAt().toEpochMilli(),
                token,
                session.actor(),
                SessionTaskView.of(session),
                null,
                user,
                PublicUserDataView.of(user),
                session.factorVerificationAge(now),
                session.createdAt().toEpochMilli(),
                session.updatedAt().toEpochMilli());
    }
}
