package dev.rollcall.client;

/**
 * A client got a (new) token, and the old one is dead: the answer must carry it as the {@code __client} cookie, and the rest of
 * the request goes on with it.
 */
public record ClientIssued(String instanceId, String clientId, String token) {

    @Override
    public String toString() {
        return "ClientIssued[" + instanceId + ", " + clientId + "]";
    }
}
