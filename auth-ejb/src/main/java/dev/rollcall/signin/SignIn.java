package dev.rollcall.signin;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.signin.SignInStatus.Due;
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

    @Column(name = "sign_up_if_missing")
    private boolean signUpIfMissing;

    @Column(name = "first_factor_verification_id")
    private String firstFactorVerificationId;

    @Column(name = "second_factor_verification_id")
    private String secondFactorVerificationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "client_trust")
    private DeviceTrust deviceTrust;

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
        move(SignInStep.IDENTIFIED, Due.NOTHING, now);
        userId = newUserId;
        identifier = newIdentifier;
    }

    /** The same of somebody who may sign up by what they prove, if nobody has it ({@code null} for the user). */
    void identifyOrNewcomer(String newUserId, String newIdentifier, Instant now) {
        identify(newUserId, newIdentifier, now);
        signUpIfMissing = true;
    }

    /** Whether a sign-up may come of it: then nothing tells whether there is such a user before it is proved. */
    boolean mayBeNewcomers() {
        return signUpIfMissing;
    }

    /** Whether nobody had what it was begun with. */
    boolean isNewcomers() {
        return signUpIfMissing && userId == null;
    }

    /** A sign-up has taken over what it proved; nothing else comes of it. */
    void transferred(Instant now) {
        move(SignInStep.TRANSFERRED, Due.NOTHING, now);
    }

    /** Whoever begins without a name is asked for what tells it. */
    void askWithoutName(Instant now) {
        move(SignInStep.IDENTIFIED, Due.NOTHING, now);
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

    void firstFactorVerified(Strategy strategy, String verificationId, Due due, Instant now) {
        move(strategy.resetsPassword() ? SignInStep.RESET_CODE_VERIFIED : SignInStep.FIRST_FACTOR_VERIFIED, due, now);
        firstFactorVerificationId = verificationId;
    }

    /** Notes whether the user has been at this client before. */
    void cameFrom(DeviceTrust trust) {
        deviceTrust = trust;
    }

    void passwordReset(Due due, Instant now) {
        move(SignInStep.PASSWORD_RESET, due, now);
    }

    void challengeNext(String verificationId, Instant now) {
        if (!statusAt(now).needsNextFactor()) {
            throw SignInProblem.SIGN_IN_STEP_NOT_ALLOWED.refusal();
        }
        secondFactorVerificationId = verificationId;
        updatedAt = now;
    }

    /** The factor besides the first one is verified, whichever of the two it was that was asked for. */
    void nextFactorVerified(String verificationId, Instant now) {
        boolean trusts = statusAt(now) == SignInStatus.NEEDS_CLIENT_TRUST;
        move(trusts ? SignInStep.CLIENT_TRUSTED : SignInStep.SECOND_FACTOR_VERIFIED, Due.NOTHING, now);
        secondFactorVerificationId = verificationId;
    }

    void attach(String sessionId) {
        createdSessionId = sessionId;
    }

    /** The status, seen at a time: an attempt that was left lying is abandoned. */
    SignInStatus statusAt(Instant now) {
        return now.isAfter(abandonAt) ? status.after(SignInStep.EXPIRED, Due.NOTHING) : status;
    }

    boolean isComplete() {
        return status == SignInStatus.COMPLETE;
    }

    private void move(SignInStep step, Due due, Instant now) {
        status = statusAt(now).after(step, due);
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

    String secondFactorVerificationId() {
        return secondFactorVerificationId;
    }

    DeviceTrust deviceTrust() {
        return deviceTrust;
    }

    /** When it took its last step. */
    Instant updatedAt() {
        return updatedAt;
    }

    String createdSessionId() {
        return createdSessionId;
    }

    Instant abandonAt() {
        return abandonAt;
    }
}
