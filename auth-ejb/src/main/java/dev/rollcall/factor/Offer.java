package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The factors of one kind: which of them a user is offered, and the one that a request names. */
final class Offer<F extends Factor> {

    private final Supplier<Stream<F>> factors;

    Offer(Supplier<Stream<F>> factors) {
        this.factors = factors;
    }

    /** Everything that is offered to the user, in no order of preference. */
    List<FactorView> to(Instance instance, Candidate user) {
        return factors.get()
                .sorted(Comparator.comparing(Factor::strategy))
                .flatMap(f -> f.offered(instance, user).stream())
                .toList();
    }

    /** The factor that a request names, if it is offered to the user; a refusal otherwise. */
    F require(Instance instance, Candidate user, String strategy) {
        var known = known(strategy);
        if (known.offered(instance, user).isEmpty()) {
            throw VerificationProblem.STRATEGY_FOR_USER_INVALID.refusal("strategy");
        }
        return known;
    }

    /** The factor that a request names, whoever it is offered to. */
    F known(String strategy) {
        return Strategy.of(strategy).flatMap(this::named).orElseThrow(Strategy::unavailable);
    }

    private Optional<F> named(Strategy strategy) {
        return factors.get().filter(f -> f.strategy() == strategy).findFirst();
    }
}
