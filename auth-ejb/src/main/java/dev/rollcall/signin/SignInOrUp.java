package dev.rollcall.signin;

import dev.rollcall.factor.Candidate;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.Typed;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.verification.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Signing in or up by one form ({@code sign_up_if_missing}): the challenge goes to whatever was named, and only who proves it learns whether it
 * is somebody's. So nothing may be asked for here that a newcomer could not answer.
 */
@ApplicationScoped
class SignInOrUp {

    private static final String FIELD = "sign_up_if_missing";

    @Inject
    private FirstFactors factors;

    @Inject
    private Restrictions restrictions;

    /** Whether a request asks for it; one that cannot have it is refused. */
    static boolean isWanted(Instance instance, Input form, Optional<String> strategy) {
        if (!form.flag(FIELD, false)) {
            return false;
        }
        if (!instance.settings().signUp().mode().equals("public")) {
            throw SignInProblem.SIGN_UP_IF_MISSING_NOT_ALLOWED.refusal(FIELD);
        }
        if (strategy.isPresent()
                && strategy.flatMap(Strategy::of)
                        .filter(Strategy::provesIdentifier)
                        .isEmpty()) {
            throw SignInProblem.SIGN_UP_IF_MISSING_STRATEGY_NOT_SUPPORTED.refusal("strategy");
        }
        var typed = form.required("identifier");
        if (Typed.kind(typed) == IdentifierType.USERNAME) {
            throw SignInProblem.SIGN_UP_IF_MISSING_NOT_ALLOWED.refusal("identifier");
        }
        Typed.identifier(typed); // what nobody could have is not sent anything
        return true;
    }

    /** Who it is about, if the instance lets people of this kind in by the strategy that they want. */
    Candidate identify(Instance instance, String identifier, Optional<String> strategy) {
        var user = factors.identifyOrNewcomer(instance, identifier);
        var offered = factors.offered(instance, user).stream()
                .map(FactorView::strategy)
                .toList();
        if (offered.isEmpty()) {
            throw SignInProblem.SIGN_UP_IF_MISSING_NOT_ALLOWED.refusal("identifier");
        }
        strategy.filter(wanted -> !offered.contains(wanted)).ifPresent(wanted -> {
            throw SignInProblem.SIGN_UP_IF_MISSING_STRATEGY_NOT_SUPPORTED.refusal("strategy");
        });
        boolean isHidden = instance.settings().protection().enumerationProtection();
        if (user.isNewcomer() && !isHidden) { // else nothing is sent to somebody who may not come, and nothing said
            restrictions.refuseNewcomer(instance, Typed.kind(identifier), Typed.identifier(identifier), false);
        }
        return user;
    }
}
