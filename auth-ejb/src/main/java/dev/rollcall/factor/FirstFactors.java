package dev.rollcall.factor;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;

/** All first factors, and who may use which. */
@ApplicationScoped
public class FirstFactors {

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<FirstFactor> factors;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserService users;

    /** Who is named by an identifier; refuses one that names nobody. */
    public Candidate identify(Instance instance, String identifier) {
        var named = identifications
                .named(instance, identifier)
                .orElseThrow(() -> IdentifierProblem.FORM_IDENTIFIER_NOT_FOUND.refusal("identifier"));
        return candidate(instance, named.userId(), identifier);
    }

    /** The user of a sign-in that has been identified. */
    public Candidate candidate(Instance instance, String userId, String identifier) {
        List<Identified> all = identifications.of(instance.id(), List.of(userId));
        return new Candidate(
                userId,
                identifier,
                all,
                users.primaryEmailAddress(instance, userId),
                users.passwordDigest(instance, userId));
    }

    /** Everything that is offered to the user, in no order of preference. */
    public List<FactorView> offered(Instance instance, Candidate user) {
        return factors.stream()
                .sorted(java.util.Comparator.comparing(FirstFactor::strategy))
                .flatMap(f -> f.offered(instance, user).stream())
                .toList();
    }

    /** The factor that a request names, if it is offered to the user; a refusal otherwise. */
    public FirstFactor require(Instance instance, Candidate user, String strategy) {
        var known = Strategy.of(strategy)
                .flatMap(s -> factors.stream().filter(f -> f.strategy() == s).findFirst())
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("strategy")
                        .saying("This strategy is not available."));
        if (known.offered(instance, user).isEmpty()) {
            throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy");
        }
        return known;
    }
}
