package dev.rollcall.security;

import dev.rollcall.instance.Instance;
import java.util.Optional;

/**
 * Who calls the Frontend API: from which instance, with which credentials. Every frontend operation asks for its caller first.
 *
 * @param wantedSession the session a self-service request is about ({@code _clerk_session_id}); the client's last active one otherwise
 */
public record Caller(Instance instance, Credentials credentials, RequestInfo request, Optional<String> wantedSession) {

    /** The same, with a request that is about this session. */
    public Caller about(String sessionId) {
        return new Caller(instance, credentials, request, Optional.of(sessionId));
    }

    public String instanceId() {
        return instance.id();
    }
}
