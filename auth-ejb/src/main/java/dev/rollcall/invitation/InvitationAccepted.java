package dev.rollcall.invitation;

/** Somebody has come who was invited. Fired in the transaction that lets them in. */
public record InvitationAccepted(String instanceId, String invitationId, String userId) {}
