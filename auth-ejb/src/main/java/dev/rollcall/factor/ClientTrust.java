package dev.rollcall.factor;

import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Doubts about an unknown device: whoever signs in by password there and has no second factor shows that messages still reach them. It
 * stops passwords that were stolen elsewhere.
 */
@ApplicationScoped
public class ClientTrust implements NextFactors {

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<TrustFactor> factors;

    @Inject
    private UserService users;

    /** Whether the instance doubts anybody. */
    public boolean isOn(Instance instance) {
        return instance.settings().signIn().clientTrust();
    }

    /** Whether the user must be doubted who has just verified a first factor on a device that is unknown. */
    public boolean isDue(Instance instance, Candidate user, Strategy first) {
        return isOn(instance)
                && first == Strategy.PASSWORD
                && !users.view(instance, user.userId()).bypassClientTrust()
                && !offered(instance, user).isEmpty(); // else nobody could ever get in
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
