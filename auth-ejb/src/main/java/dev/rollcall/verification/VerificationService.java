package dev.rollcall.verification;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.message.Messages;
import dev.rollcall.message.TestAddresses;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sends challenges, counts the answers, and remembers how each ended. */
@Stateless
public class VerificationService {

    private static final String TEST_CODE = "424242";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private Messages messages;

    /**
     * Sends a fresh six-digit code, in the caller's transaction.
     *
     * @param userId whose address it is; null while nobody's
     * @return the verification's id
     */
    public String sendCode(Instance instance, Strategy strategy, Destination to, String userId) {
        return send(instance, strategy, to, userId).id();
    }

    /** Does what {@link #sendCode} does, for somebody who does not exist: nothing is sent, and no answer will be right. */
    public String pretendCode(Instance instance, Strategy strategy, Destination to, String userId) {
        var verification = challenge(instance, strategy, to, Secrets.token());
        messages.pretend(instance, to.medium(), slug(strategy), to.address(), userId, to.data(Secrets.code()));
        return verification.id();
    }

    /** Sends a code that an app's server asked for. It is kept apart from what proves the address, and found by {@link #isAbout}. */
    public String sendCodeAbout(
            Instance instance, Strategy strategy, String identificationId, Destination to, String userId) {
        var verification = send(instance, strategy, to, userId);
        verification.about(identificationId);
        return verification.id();
    }

    /** Whether there is a verification of that id that was sent about this identification. */
    public boolean isAbout(Instance instance, String verificationId, String identificationId) {
        return rows.find(Verification.class, instance.id(), verificationId)
                .filter(verification -> verification.isAbout(identificationId))
                .isPresent();
    }

    private Verification send(Instance instance, Strategy strategy, Destination to, String userId) {
        var code = TestAddresses.contain(instance, to.address()) ? TEST_CODE : Secrets.code();
        var verification = challenge(instance, strategy, to, code);
        messages.write(instance, to.medium(), slug(strategy), to.address(), userId, to.data(code));
        return verification;
    }

    private Verification challenge(Instance instance, Strategy strategy, Destination to, String expected) {
        var rules = instance.settings().verification();
        var verification = Verification.challenge(
                instance.id(),
                strategy,
                rules.maxAttempts(),
                Duration.ofSeconds(rules.codeLifetimeSeconds()),
                clock.now());
        verification.by(to.channel());
        verification.expect(hash(verification, expected));
        return rows.add(verification);
    }

    private static String slug(Strategy strategy) {
        return switch (strategy) {
            case RESET_PASSWORD_EMAIL_CODE, RESET_PASSWORD_PHONE_CODE -> "reset_password_code";
            default -> "verification_code";
        };
    }

    /** Notes that something was verified without a challenge of its own; answers the verification's id. */
    public String passed(Instance instance, Strategy strategy) {
        return rows.add(Verification.passed(instance.id(), strategy, clock.now()))
                .id();
    }

    /** Counts one answer to a challenge, in a transaction of its own, so that the count outlives a refusal. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Verdict attempt(Instance instance, String verificationId, String code) {
        var found = Optional.ofNullable(verificationId).flatMap(id -> rows.lock(Verification.class, instance.id(), id));
        if (found.isEmpty()) {
            return new Verdict.Refused(VerificationProblem.VERIFICATION_MISSING);
        }
        var verification = found.get();
        boolean right = verification.secretHash() != null
                && sealer.isMac(verification.context(), code, verification.secretHash());
        return verification.answered(right, clock.now());
    }

    /** Says that a rightly answered challenge is passed. Of two who answered it at once, the second is refused. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void verified(Instance instance, String verificationId) {
        var verification = rows.lock(Verification.class, instance.id(), verificationId)
                .orElseThrow(VerificationProblem.VERIFICATION_MISSING::refusal);
        if (verification.statusAt(clock.now()) != VerificationStatus.UNVERIFIED) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        verification.verified(clock.now());
    }

    /** The verification as the wire shows it; empty for a null id. */
    public Optional<VerificationView> view(String instanceId, String verificationId) {
        return Optional.ofNullable(verificationId)
                .flatMap(id -> rows.find(Verification.class, instanceId, id))
                .map(this::view);
    }

    /** Many verifications by id, in one query. Nulls among the ids are passed over. */
    public Map<String, VerificationView> views(String instanceId, Collection<String> ids) {
        var wanted = ids.stream().filter(Objects::nonNull).toList();
        var views = new HashMap<String, VerificationView>();
        if (!wanted.isEmpty()) {
            rows.of(Verification.class, instanceId)
                    .where("e.id in :ids")
                    .with("ids", wanted)
                    .list()
                    .forEach(v -> views.put(v.id(), view(v)));
        }
        return views;
    }

    private VerificationView view(Verification v) {
        var strategy = v.strategy();
        var status = v.statusAt(clock.now()).name().toLowerCase(Locale.ROOT);
        if (v.asks()) {
            boolean device = strategy == Strategy.TRUSTED_DEVICE;
            long expireAt = v.expireAt().toEpochMilli();
            var asked = v.asked();
            return new VerificationView(
                    strategy.object(),
                    status,
                    strategy.wire(),
                    v.attempts(),
                    expireAt,
                    null,
                    null,
                    device ? null : asked.nonce(),
                    asked.message(),
                    device ? DeviceChallengeShown.of(asked.nonce(), expireAt) : null);
        }
        boolean challenged = strategy.sendsSomething();
        return new VerificationView(
                strategy.object(),
                status,
                strategy.wire(),
                challenged ? v.attempts() : null,
                challenged ? v.expireAt().toEpochMilli() : null,
                null,
                v.channel(),
                null,
                null,
                null);
    }

    private String hash(Verification verification, String code) {
        return sealer.mac(verification.context(), code);
    }
}
