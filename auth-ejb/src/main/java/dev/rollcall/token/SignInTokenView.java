package dev.rollcall.token;

import jakarta.json.bind.annotation.JsonbNillable;

/**
 * A sign-in token as the wire shows it ({@code SignInToken}).
 *
 * @param token the secret itself, once: when it is made
 * @param url where it is accepted, likewise
 */
public record SignInTokenView(
        String object,
        String id,
        String status,
        String userId,
        @JsonbNillable(false) String token,
        @JsonbNillable(false) String url,
        long createdAt,
        long updatedAt) {

    @Override
    public String toString() {
        return "SignInTokenView[" + id + ", " + status + "]";
    }
}
