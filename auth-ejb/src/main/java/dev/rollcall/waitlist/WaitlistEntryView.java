package dev.rollcall.waitlist;

import dev.rollcall.invitation.InvitationView;

/**
 * Somebody who waits, as the Backend API shows them ({@code WaitlistEntry}).
 *
 * @param isLocked never: no change of many entries takes long here
 * @param invitation null for somebody who was not invited
 */
public record WaitlistEntryView(
        String object,
        String id,
        String emailAddress,
        String status,
        boolean isLocked,
        long createdAt,
        long updatedAt,
        InvitationView invitation) {}
