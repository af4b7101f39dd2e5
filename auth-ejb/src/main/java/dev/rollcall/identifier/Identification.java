package dev.rollcall.identifier;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What names a user: an e-mail address, a phone number, a user name. */
@Entity
class Identification extends Row {

    @Column(name = "user_id")
    private String userId;

    @Enumerated(EnumType.STRING)
    private IdentifierType type;

    private String identifier;

    @SuppressWarnings("UnusedVariable") // for the database, whose unique index compares it
    private String canonical;

    private boolean verified;

    @Column(name = "verification_id")
    private String verificationId;

    private boolean reserved;

    @Column(name = "reserved_for_second_factor")
    private boolean reservedForSecondFactor;

    @Column(name = "default_second_factor")
    private boolean defaultSecondFactor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Identification() {}

    Identification(String instanceId, String userId, IdentifierType type, String identifier, Instant now) {
        this(instanceId, Ids.next(Prefix.IDENTIFICATION), userId, type, identifier, now);
    }

    Identification(String instanceId, String id, String userId, IdentifierType type, String identifier, Instant now) {
        super(instanceId, id);
        this.userId = userId;
        this.type = type;
        this.createdAt = now;
        rename(identifier, now);
    }

    final void rename(String newIdentifier, Instant now) {
        identifier = newIdentifier;
        canonical = Identifiers.canonical(newIdentifier);
        updatedAt = now;
    }

    void verifiedBy(String newVerificationId, Instant now) {
        verified = true;
        challengedBy(newVerificationId, now);
    }

    void unverified(Instant now) {
        verified = false;
        reserveForSecondFactor(false, now);
        verificationId = null;
        updatedAt = now;
    }

    void challengedBy(String newVerificationId, Instant now) {
        verificationId = newVerificationId;
        updatedAt = now;
    }

    void reserve() {
        reserved = true;
    }

    /** Kept for the second step of signing in, or given back to the first. */
    void reserveForSecondFactor(boolean wanted, Instant now) {
        reservedForSecondFactor = wanted;
        defaultSecondFactor = wanted && defaultSecondFactor;
        updatedAt = now;
    }

    /** Asked first among those that are kept for the second step, or no more. */
    void beDefaultSecondFactor(boolean wanted, Instant now) {
        defaultSecondFactor = wanted;
        updatedAt = now;
    }

    /** Outside readers see a value. */
    Identified seen() {
        return new Identified(
                id,
                userId,
                type,
                identifier,
                verified,
                verificationId,
                reserved,
                reservedForSecondFactor,
                defaultSecondFactor,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
