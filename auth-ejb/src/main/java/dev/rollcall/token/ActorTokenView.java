package dev.rollcall.token;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * An actor token as the wire shows it ({@code ActorToken}).
 *
 * @param token the secret itself, once: when it is made
 * @param url where it is accepted, likewise
 */
public record ActorTokenView(
        String object,
        String id,
        String status,
        String userId,
        JsonObject actor,
        @JsonbNillable(false) String token,
        @JsonbNillable(false) String url,
        long createdAt,
        long updatedAt) {

    @Override
    public String toString() {
        return "ActorTokenView[" + id + ", " + status + "]";
    }
}
