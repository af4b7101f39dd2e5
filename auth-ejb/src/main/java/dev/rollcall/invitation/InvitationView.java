package dev.rollcall.invitation;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * An invitation as the Backend API shows it ({@code Invitation}).
 *
 * @param url where it is accepted, once: when it is made
 */
public record InvitationView(
        String object,
        String id,
        String emailAddress,
        JsonObject publicMetadata,
        boolean revoked,
        String status,
        @JsonbNillable(false) String url,
        long expiresAt,
        long createdAt,
        long updatedAt) {

    @Override
    public String toString() {
        return "InvitationView[" + id + ", " + status + "]";
    }
}
