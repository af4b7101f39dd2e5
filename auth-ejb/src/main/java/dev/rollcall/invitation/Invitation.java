package dev.rollcall.invitation;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.token.TicketProblem;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody may sign up with this address, once. */
@Entity
@Table(name = "invitation")
class Invitation extends Row {

    @Column(name = "email_address", updatable = false)
    private String emailAddress;

    @SuppressWarnings("UnusedVariable") // for queries, and for the unique index
    @Column(updatable = false)
    private String canonical;

    @Column(name = "public_metadata", updatable = false)
    private JsonObject publicMetadata;

    @Column(name = "redirect_url", updatable = false)
    private String redirectUrl;

    @Column(name = "token_hash", updatable = false)
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    @SuppressWarnings("UnusedVariable") // for the unique index
    @Column(updatable = false)
    private boolean additional;

    @SuppressWarnings("UnusedVariable") // for when they leave
    @Column(name = "user_id")
    private String userId;

    @Column(name = "expire_at", updatable = false)
    private Instant expireAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Invitation() {}

    Invitation(String instanceId, InvitationForm form, String tokenHash, Instant now) {
        super(instanceId, Ids.next(Prefix.INVITATION));
        this.emailAddress = form.emailAddress();
        this.canonical = Identifiers.canonical(form.emailAddress());
        this.publicMetadata = form.publicMetadata();
        this.redirectUrl = form.redirectUrl();
        this.tokenHash = tokenHash;
        this.status = InvitationStatus.PENDING;
        this.additional = form.ignoreExisting();
        this.expireAt = now.plus(form.lifetime());
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Whom it invites has come. */
    void accept(String by, Instant now) {
        userId = by;
        become(InvitationStatus.ACCEPTED, now);
    }

    /** Nobody can use it any more. */
    void revoke(Instant now) {
        become(InvitationStatus.REVOKED, now);
    }

    private void become(InvitationStatus next, Instant now) {
        status = next;
        updatedAt = now;
    }

    /** Refuses to be used when it is no longer good for anything. */
    void refuseSpent(Instant now) {
        switch (statusAt(now)) {
            case ACCEPTED -> throw InvitationProblem.INVITATION_ALREADY_ACCEPTED.refusal();
            case REVOKED -> throw InvitationProblem.REVOKED_INVITATION.refusal();
            case EXPIRED -> throw TicketProblem.TICKET_EXPIRED_CODE.refusal();
            case PENDING -> {}
        }
    }

    InvitationStatus statusAt(Instant now) {
        return status.at(now, expireAt);
    }

    String emailAddress() {
        return emailAddress;
    }

    JsonObject publicMetadata() {
        return publicMetadata;
    }

    String redirectUrl() {
        return redirectUrl;
    }

    /** As the wire shows it; {@code url} only when it is made. */
    InvitationView view(Instant now, String url) {
        var shown = statusAt(now);
        return new InvitationView(
                "invitation",
                id,
                emailAddress,
                publicMetadata,
                shown == InvitationStatus.REVOKED,
                shown.wire(),
                url,
                expireAt.toEpochMilli(),
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
