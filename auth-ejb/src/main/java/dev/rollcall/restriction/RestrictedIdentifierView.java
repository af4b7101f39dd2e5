package dev.rollcall.restriction;

import jakarta.json.bind.annotation.JsonbNillable;

/**
 * An entry of a list as the wire shows it ({@code AllowlistIdentifier}, {@code BlocklistIdentifier}).
 *
 * @param invitationId what told whom it is about; left out where nothing did
 * @param identifier as it was given
 */
@JsonbNillable(false)
public record RestrictedIdentifierView(
        String object,
        String id,
        String invitationId,
        String identifier,
        String identifierType,
        String instanceId,
        long createdAt,
        long updatedAt) {}
