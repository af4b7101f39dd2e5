package dev.rollcall.verification;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.Problem;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives out challenges that are signed, and counts the answers. Each is answered rightly once. */
@Stateless
public class SignedChallenges {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    /** Notes a fresh challenge in the caller's transaction; answers the verification's id. */
    public String issue(Instance instance, Strategy strategy, SignedChallenge challenge) {
        var rules = instance.settings().verification();
        var verification =
                Verification.challenge(instance.id(), strategy, rules.maxAttempts(), lifetime(instance), clock.now());
        verification.ask(challenge);
        return rows.add(verification).id();
    }

    /** How long an instance's challenges can be answered. */
    public Duration lifetime(Instance instance) {
        return Duration.ofSeconds(instance.settings().verification().codeLifetimeSeconds());
    }

    /**
     * Counts one answer to a challenge of this strategy, in a transaction of its own, so that the count outlives a refusal.
     *
     * @param judgement whether the answer is right, in the same transaction
     * @param wrong what a wrong answer is refused for
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Verdict attempt(
            Instance instance,
            String verificationId,
            Strategy strategy,
            Predicate<SignedChallenge> judgement,
            Problem wrong) {
        var found = Optional.ofNullable(verificationId)
                .flatMap(id -> rows.lock(Verification.class, instance.id(), id))
                .filter(verification -> verification.strategy() == strategy && verification.asks());
        if (found.isEmpty()) {
            return new Verdict.Refused(VerificationProblem.VERIFICATION_MISSING);
        }
        var verification = found.get();
        boolean open = verification.statusAt(clock.now()) == VerificationStatus.UNVERIFIED;
        return verification.answered(open && judgement.test(verification.asked()), clock.now(), wrong);
    }
}
