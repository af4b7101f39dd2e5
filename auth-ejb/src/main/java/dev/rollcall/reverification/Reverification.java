package dev.rollcall.reverification;

import dev.rollcall.data.Row;
import dev.rollcall.session.CurrentSession;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Somebody who is signed in, on the way to prove it anew. A session has one at a time, under its own id. */
@Entity
@Table(name = "reverification")
class Reverification extends Row {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Enumerated(EnumType.STRING)
    private ReverificationStatus status;

    @Enumerated(EnumType.STRING)
    private ReverificationLevel level;

    @Column(name = "first_factor_verification_id")
    private String firstFactorVerificationId;

    @Column(name = "second_factor_verification_id")
    private String secondFactorVerificationId;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Reverification() {}

    Reverification(CurrentSession session) {
        super(session.instanceId(), session.sessionId());
    }

    void begin(ReverificationLevel wanted, boolean hasSecondFactor, Instant now) {
        level = wanted;
        status = ReverificationStatus.start(wanted, hasSecondFactor);
        firstFactorVerificationId = null;
        secondFactorVerificationId = null;
        createdAt = now;
        expireAt = now.plus(LIFETIME);
    }

    void challenge(String verificationId) {
        if (status == ReverificationStatus.NEEDS_FIRST_FACTOR) {
            firstFactorVerificationId = verificationId;
        } else {
            secondFactorVerificationId = verificationId;
        }
    }

    void verified(ReverificationStep step, String verificationId, boolean hasSecondFactor) {
        var next = status.after(step, level, hasSecondFactor);
        challenge(verificationId);
        status = next;
    }

    boolean isOverAt(Instant now) {
        return now.isAfter(expireAt);
    }

    /** Whether more is still to be shown. */
    boolean isUnderWayAt(Instant now) {
        return status != ReverificationStatus.COMPLETE && !isOverAt(now);
    }

    ReverificationStatus status() {
        return status;
    }

    ReverificationLevel level() {
        return level;
    }

    String firstFactorVerificationId() {
        return firstFactorVerificationId;
    }

    String secondFactorVerificationId() {
        return secondFactorVerificationId;
    }
}
