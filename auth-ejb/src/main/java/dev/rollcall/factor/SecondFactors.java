package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;

/** All second factors, and who may use which. */
@ApplicationScoped
public class SecondFactors implements NextFactors {

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<SecondFactor> factors;

    @Inject
    private FirstFactors firstFactors;

    /** Whether the user has something that a sign-in must ask for. */
    public boolean areDue(Instance instance, String userId) {
        var user = firstFactors.known(instance, userId);
        return factors.stream().filter(SecondFactor::demands).anyMatch(f -> !f.offered(instance, user)
                .isEmpty());
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        return new Offer<>(factors::stream).to(instance, user);
    }

    @Override
    public Factor require(Instance instance, Candidate user, String strategy) {
        return new Offer<>(factors::stream).require(instance, user, strategy);
    }
}
