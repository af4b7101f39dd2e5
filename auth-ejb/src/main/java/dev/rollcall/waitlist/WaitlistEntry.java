package dev.rollcall.waitlist;

import dev.rollcall.data.Row;
import dev.rollcall.invitation.InvitationView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who would like to sign up. */
@Entity
@Table(name = "waitlist_entry")
class WaitlistEntry extends Row {

    @Column(name = "email_address", updatable = false)
    private String emailAddress;

    @SuppressWarnings("UnusedVariable") // for queries, and for the unique index
    @Column(updatable = false)
    private String canonical;

    @Enumerated(EnumType.STRING)
    private WaitlistStatus status;

    @Column(name = "invitation_id")
    private String invitationId;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WaitlistEntry() {}

    /** There is a place now. Who was rejected, or has let an invitation pass, may be asked again. */
    void invite(String newInvitationId, Instant now) {
        become(WaitlistStatus.INVITED, now);
        invitationId = newInvitationId;
        invitedAt = now;
    }

    void reject(Instant now) {
        become(WaitlistStatus.REJECTED, now);
    }

    /** The person has signed up. */
    void complete(Instant now) {
        status = WaitlistStatus.COMPLETED;
        updatedAt = now;
    }

    void refuseUnlessPending() {
        if (status != WaitlistStatus.PENDING) {
            throw WaitlistProblem.WAITLIST_ENTRY_NOT_OPEN.refusal();
        }
    }

    private void become(WaitlistStatus next, Instant now) {
        if (status == WaitlistStatus.COMPLETED || status == next && next == WaitlistStatus.REJECTED) {
            throw WaitlistProblem.WAITLIST_ENTRY_NOT_OPEN.refusal();
        }
        status = next;
        updatedAt = now;
    }

    String emailAddress() {
        return emailAddress;
    }

    String invitationId() {
        return invitationId;
    }

    boolean isInvited() {
        return status == WaitlistStatus.INVITED;
    }

    /** As the Backend API shows it. */
    WaitlistEntryView view(InvitationView invitation) {
        return new WaitlistEntryView(
                "waitlist_entry",
                id,
                emailAddress,
                status.wire(),
                false,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli(),
                invitation);
    }
}
