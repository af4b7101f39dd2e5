package dev.rollcall.signin;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.verification.Strategy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Somebody on the way in, at one client. */
@Entity
@Table(name = "sign_in")
class SignIn extends Row {

    private static final Duration LIFETIME = Duration.ofDays(1);

    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private SignInStatus status;

    private String identifier;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "first_factor_verification_id")
    private String firstFactorVerificationId;

    @Column(name = "created_session_id")
    private String createdSessionId;

    @Column(name = "abandon_at")
    private Instant abandonAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SignIn() {}

    SignIn(ClientRef client, Instant now) {
        super(client.instanceId(), Ids.next(Prefix.SIGN_IN));
        clientId = client.id();
        status = SignInStatus.NEEDS_IDENTIFIER;
        abandonAt = now.plus(LIFETIME);
        createdAt = now;
        updatedAt = now;
    }

    void identify(String newUserId, String newIdentifier, Instant now) {
        move(SignInStep.IDENTIFIED, now);
        userId = newUserId;
        identifier = newIdentifier;
    }

    /** Whoever begins without a name is asked for what tells it. */
    void askWithoutName(Instant now) {
        move(SignInStep.IDENTIFIED, now);
    }

    /** The answer has told who it is. */
    void discover(String newUserId, String newIdentifier) {
        userId = newUserId;
        identifier = newIdentifier;
    }

    boolean isNamed() {
        return identifier != null;
    }

    void challenge(String verificationId, Instant now) {
        if (statusAt(now) != SignInStatus.NEEDS_FIRST_FACTOR) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        firstFactorVerificationId = verificationId;
        updatedAt = now;
    }

    void firstFactorVerified(Strategy strategy, String verificationId, Instant now) {
        boolean resets =
                strategy == Strategy.RESET_PASSWORD_EMAIL_CODE || strategy == Strategy.RESET_PASSWORD_PHONE_CODE;
        move(resets ? SignInStep.RESET_CODE_VERIFIED : SignInStep.FIRST_FACTOR_VERIFIED, now);
        firstFactorVerificationId = verificationId;
    }

    void passwordReset(Instant now) {
        move(SignInStep.PASSWORD_RESET, now);
    }

    void attach(String sessionId) {
        createdSessionId = sessionId;
    }

    /** The status, seen at a time: an attempt that was left lying is abandoned. */
    SignInStatus statusAt(Instant now) {
        return now.isAfter(abandonAt) ? status.after(SignInStep.EXPIRED) : status;
    }

    boolean isComplete() {
        return status == SignInStatus.COMPLETE;
    }

    private void move(SignInStep step, Instant now) {
        status = statusAt(now).after(step);
        updatedAt = now;
    }

    String clientId() {
        return clientId;
    }

    String identifier() {
        return identifier;
    }

    String userId() {
        return userId;
    }

    String firstFactorVerificationId() {
        return firstFactorVerificationId;
    }

    String createdSessionId() {
        return createdSessionId;
    }

    Instant abandonAt() {
        return abandonAt;
    }
}
