package dev.rollcall.restriction;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.identifier.IdentifierType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One entry of one of an instance's lists. */
@Entity
@Table(name = "restricted_identifier")
class RestrictedIdentifier extends Row {

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ListKind kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private IdentifierType type;

    @Column(updatable = false)
    private String identifier;

    @SuppressWarnings("UnusedVariable") // for the database, whose unique index compares it
    @Column(updatable = false)
    private String canonical;

    @Column(name = "invitation_id")
    private String invitationId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected RestrictedIdentifier() {}

    RestrictedIdentifier(String instanceId, ListKind kind, Rule rule, String identifier, Instant now) {
        super(instanceId, Ids.next(kind.prefix()));
        this.kind = kind;
        this.type = rule.type();
        this.identifier = identifier;
        this.canonical = rule.canonical();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Whom it is about has been told, by this invitation. */
    void invitedBy(String newInvitationId, Instant now) {
        invitationId = newInvitationId;
        updatedAt = now;
    }

    ListKind kind() {
        return kind;
    }

    RestrictedIdentifierView view() {
        return new RestrictedIdentifierView(
                kind.object(),
                id,
                invitationId,
                identifier,
                type.wire(),
                instanceId,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
