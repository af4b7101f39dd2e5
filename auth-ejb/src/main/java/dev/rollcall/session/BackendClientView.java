package dev.rollcall.session;

import dev.rollcall.client.ClientFacts;
import java.util.List;

/** A client as the Backend API shows it ({@code Client}), with those signed in there. */
public record BackendClientView(
        String object,
        String id,
        List<String> sessionIds,
        List<BackendSessionView> sessions,
        String signInId,
        String signUpId,
        String lastActiveSessionId,
        String lastAuthenticationStrategy,
        long updatedAt,
        long createdAt) {

    static BackendClientView of(ClientFacts client, List<BackendSessionView> sessions) {
        var ids = sessions.stream().map(BackendSessionView::id).toList();
        return new BackendClientView(
                "client",
                client.ref().id(),
                ids,
                sessions,
                client.signInId(),
                client.signUpId(),
                ids.contains(client.lastActiveSessionId()) ? client.lastActiveSessionId() : null,
                client.lastAuthenticationStrategy(),
                client.updatedAt().toEpochMilli(),
                client.createdAt().toEpochMilli());
    }
}
