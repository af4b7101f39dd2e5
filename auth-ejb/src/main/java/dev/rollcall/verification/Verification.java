package dev.rollcall.verification;

import dev.rollcall.data.Row;
import dev.rollcall.error.Problem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/** One challenge: what was sent (as a hash), how often it was answered, and how it ended. */
@Entity
class Verification extends Row {

    @Enumerated(EnumType.STRING)
    private Strategy strategy;

    @Enumerated(EnumType.STRING)
    private VerificationStatus status;

    @Column(name = "secret_hash")
    private String secretHash;

    private int attempts;

    @Column(name = "max_attempts")
    private int maxAttempts;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    @Column(name = "identification_id")
    private String identificationId;

    private String nonce;
    private String message;
    private String origin;

    /** How a code went to a phone; null for one that did not. */
    private String channel;

    @Enumerated(EnumType.STRING)
    private LinkFlow flow;

    @Column(name = "flow_id")
    private String flowId;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "redirect_url")
    private String redirectUrl;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Verification() {}

    private Verification(String instanceId, Strategy strategy, Instant now) {
        super(instanceId, Ids.next(Prefix.VERIFICATION));
        this.strategy = strategy;
        this.status = VerificationStatus.UNVERIFIED;
        this.createdAt = now;
    }

    /** A challenge that somebody has to answer in time. */
    static Verification challenge(
            String instanceId, Strategy strategy, int maxAttempts, Duration lifetime, Instant now) {
        var verification = new Verification(instanceId, strategy, now);
        verification.maxAttempts = maxAttempts;
        verification.expireAt = now.plus(lifetime);
        return verification;
    }

    /** A verification that is passed as it is made. */
    static Verification passed(String instanceId, Strategy strategy, Instant now) {
        var verification = new Verification(instanceId, strategy, now);
        verification.status = VerificationStatus.VERIFIED;
        verification.verifiedAt = now;
        verification.expireAt = now;
        return verification;
    }

    /** What its secret is hashed for. */
    String context() {
        return "verification/" + instanceId + "/" + id;
    }

    void expect(String hash) {
        this.secretHash = hash;
    }

    /** It is answered by signing this. */
    void ask(SignedChallenge challenge) {
        nonce = challenge.nonce();
        message = challenge.message();
        origin = challenge.origin();
    }

    boolean asks() {
        return nonce != null;
    }

    SignedChallenge asked() {
        return new SignedChallenge(nonce, message, origin);
    }

    /** It is about this identification, without being what proves it. */
    void about(String newIdentificationId) {
        identificationId = newIdentificationId;
    }

    boolean isAbout(String otherIdentificationId) {
        return otherIdentificationId.equals(identificationId);
    }

    /** The code goes to a phone, this way. */
    void by(String newChannel) {
        channel = newChannel;
    }

    /** Its link leads a browser on to this address. */
    void leadTo(String url) {
        redirectUrl = url;
    }

    /** Its link belongs to this flow, which somebody at this client is in the middle of. */
    void belongTo(LinkFlow newFlow, String id, String client) {
        flow = newFlow;
        flowId = id;
        clientId = client;
    }

    /** Its link was opened. */
    void opened(Instant now) {
        status = VerificationStatus.VERIFIED;
        verifiedAt = now; // its secret stays, so that a page that is loaded again finds what became of it
    }

    /** Counts one answer and judges it. Being right does not verify yet: that is said with the change it allows. */
    Verdict answered(boolean right, Instant now) {
        return answered(right, now, VerificationProblem.FORM_CODE_INCORRECT);
    }

    /** The same, of an answer that is refused for another reason where it is wrong. */
    Verdict answered(boolean right, Instant now, Problem wrong) {
        var judged = statusAt(now);
        if (judged != VerificationStatus.UNVERIFIED) {
            status = judged;
            return new Verdict.Refused(refusalFor(judged));
        }
        attempts++;
        if (right) {
            return new Verdict.Verified();
        }
        if (attempts >= maxAttempts) {
            status = VerificationStatus.FAILED;
            return new Verdict.Refused(VerificationProblem.VERIFICATION_FAILED);
        }
        return new Verdict.Refused(wrong);
    }

    void verified(Instant now) {
        status = VerificationStatus.VERIFIED;
        verifiedAt = now;
        secretHash = null;
    }

    VerificationStatus statusAt(Instant now) {
        return status == VerificationStatus.UNVERIFIED && now.isAfter(expireAt) ? VerificationStatus.EXPIRED : status;
    }

    private static VerificationProblem refusalFor(VerificationStatus judged) {
        return switch (judged) {
            case VERIFIED -> VerificationProblem.VERIFICATION_ALREADY_VERIFIED;
            case FAILED -> VerificationProblem.VERIFICATION_FAILED;
            case EXPIRED, UNVERIFIED -> VerificationProblem.VERIFICATION_EXPIRED;
        };
    }

    String channel() {
        return channel;
    }

    /** What its link is about; null where it has none. */
    EmailLink link(Instant now) {
        return flow == null ? null : new EmailLink(id, statusAt(now), flow, flowId, clientId, redirectUrl);
    }

    Strategy strategy() {
        return strategy;
    }

    String secretHash() {
        return secretHash;
    }

    int attempts() {
        return attempts;
    }

    Instant expireAt() {
        return expireAt;
    }
}
