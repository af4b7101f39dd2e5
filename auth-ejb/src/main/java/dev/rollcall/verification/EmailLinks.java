package dev.rollcall.verification;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.message.Messages;
import dev.rollcall.template.Medium;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Links that prove an e-mail address by being opened. A link holds the id of its verification and a secret of which a MAC is kept; it
 * leads to this server's own address, whatever the request said, and works once.
 */
@Stateless
public class EmailLinks {

    private static final int ONCE = 1;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private Messages messages;

    /**
     * Sends a link, in the caller's transaction. It works as soon as it is bound to its flow.
     *
     * @param userId whose address it is; null while nobody's
     * @param redirectUrl where a browser goes on that opens it, found to be one of the instance's apps
     * @return the verification's id
     */
    public String send(Instance instance, LinkFlow flow, String emailAddress, String userId, String redirectUrl) {
        var secret = Secrets.token();
        var verification = challenge(instance, redirectUrl, secret);
        messages.write(
                instance, Medium.EMAIL, flow.slug(), emailAddress, userId, data(instance, verification.id(), secret));
        return verification.id();
    }

    /** Does what {@link #send} does, for somebody who does not exist: nothing is sent. */
    public String pretend(Instance instance, LinkFlow flow, String emailAddress, String userId, String redirectUrl) {
        var verification = challenge(instance, redirectUrl, Secrets.token());
        var data = data(instance, verification.id(), Secrets.token());
        messages.pretend(instance, Medium.EMAIL, flow.slug(), emailAddress, userId, data);
        return verification.id();
    }

    /** Says what a link belongs to that was just sent. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void bind(Instance instance, String verificationId, LinkFlow flow, String flowId, String clientId) {
        rows.find(Verification.class, instance.id(), verificationId)
                .orElseThrow()
                .belongTo(flow, flowId, clientId);
    }

    /** The link of a token, whatever became of it; empty for a token that we have not made. */
    public Optional<EmailLink> of(Instance instance, String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return rows.find(Verification.class, instance.id(), token.substring(0, dot))
                .filter(v -> v.strategy() == Strategy.EMAIL_LINK && v.secretHash() != null)
                .filter(v -> sealer.isMac(v.context(), token.substring(dot + 1), v.secretHash()))
                .map(v -> v.link(clock.now()));
    }

    /** The link of a verification; empty if it is none. */
    public Optional<EmailLink> ofVerification(Instance instance, String verificationId) {
        return Optional.ofNullable(verificationId)
                .flatMap(id -> rows.find(Verification.class, instance.id(), id))
                .map(v -> v.link(clock.now()));
    }

    /** The link was opened, in the caller's transaction. Of two who open it at once the second is refused. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void open(Instance instance, EmailLink link) {
        var verification = rows.lock(Verification.class, instance.id(), link.verificationId())
                .orElseThrow(VerificationProblem.VERIFICATION_LINK_TOKEN_INVALID::refusal);
        if (verification.statusAt(clock.now()) != VerificationStatus.UNVERIFIED) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        verification.opened(clock.now());
    }

    private Verification challenge(Instance instance, String redirectUrl, String secret) {
        var lifetime = Duration.ofSeconds(instance.settings().verification().codeLifetimeSeconds());
        var verification = Verification.challenge(instance.id(), Strategy.EMAIL_LINK, ONCE, lifetime, clock.now());
        verification.leadTo(redirectUrl);
        verification.expect(sealer.mac(verification.context(), secret));
        return rows.add(verification);
    }

    private static JsonObject data(Instance instance, String verificationId, String secret) {
        var link = instance.baseUrl() + "/v1/verify?token=" + verificationId + "." + secret;
        return Json.createObjectBuilder().add("magic_link", link).build();
    }
}
