package dev.rollcall.invitation;

import jakarta.json.JsonObject;

/** Whom an invitation is for: the address counts as proved, for the ticket was sent there. */
public record Invited(String invitationId, String emailAddress, JsonObject publicMetadata) {

    @Override
    public String toString() {
        return "Invited[" + invitationId + "]";
    }
}
