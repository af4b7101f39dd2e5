package dev.rollcall.session;

import dev.rollcall.client.ClientRef;

/** The live session that a self-service request is about. */
public record CurrentSession(String instanceId, String clientId, String sessionId, String userId) {

    /** The client it belongs to. */
    public ClientRef client() {
        return new ClientRef(instanceId, clientId);
    }
}
