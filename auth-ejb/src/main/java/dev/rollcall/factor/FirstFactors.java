package dev.rollcall.factor;

import dev.rollcall.error.Refusal;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.passkey.PasskeyProblem;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.security.Caller;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** All first factors, and who may use which. */
@ApplicationScoped
public class FirstFactors {

    /** No identifier is longer. */
    private static final int LONGEST = 254;

    @Inject
    @Any
    private jakarta.enterprise.inject.Instance<FirstFactor> factors;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserService users;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Veil veil;

    /** Who is named by an identifier; one that names nobody is refused, unless that is not to be learned here. */
    public Candidate identify(Instance instance, String identifier) {
        var named = identifications.signingIn(instance, identifier).map(Identified::userId);
        if (named.isEmpty() && (!Veil.over(instance) || identifier.length() > LONGEST)) {
            throw IdentifierProblem.FORM_IDENTIFIER_NOT_FOUND.refusal("identifier");
        }
        return candidate(instance, named.orElse(null), identifier);
    }

    /**
     * The same for whoever may sign up by what they proved, if nobody has it: neither case is told from the other before that.
     */
    public Candidate identifyOrNewcomer(Instance instance, String identifier) {
        var named = identifications.signingIn(instance, identifier).map(Identified::userId);
        return candidate(instance, named.orElse(null), identifier, true);
    }

    /**
     * Who a sign-in is for that has been identified. Somebody who does not exist is looked for as others are, so that it takes as long.
     *
     * @param userId null where the identifier names nobody
     */
    public Candidate candidate(Instance instance, String userId, String identifier) {
        return candidate(instance, userId, identifier, false);
    }

    /** The same; {@code orNewcomer} where somebody who does not exist may become a user. */
    public Candidate candidate(Instance instance, String userId, String identifier, boolean orNewcomer) {
        boolean veiled = orNewcomer || Veil.over(instance);
        if (userId == null && !veiled) {
            throw IdentifierProblem.FORM_IDENTIFIER_NOT_FOUND.refusal("identifier");
        }
        var standIn = veiled ? veil.userId(instance, identifier) : null;
        var id = userId == null ? standIn : userId;
        var all = identifications.of(instance.id(), List.of(id));
        var proofs = users.proofs(instance, id);
        return new Candidate(
                id,
                userId != null,
                orNewcomer,
                orNewcomer && isWelcome(instance, identifier) && userId == null,
                veiled ? Optional.of(veil.emailAddressId(instance, identifier)) : Optional.empty(),
                veiled ? Optional.of(veil.phoneNumberId(instance, identifier)) : Optional.empty(),
                identifier,
                all,
                proofs.primaryEmailAddressId(),
                proofs.primaryPhoneNumberId(),
                Optional.ofNullable(proofs.passwordDigest()),
                proofs.passwordCompromised());
    }

    private boolean isWelcome(Instance instance, String identifier) {
        try {
            restrictions.refuseNewcomer(instance, Typed.kind(identifier), Typed.identifier(identifier), false);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** A user who has already proved to be one: there is nothing to hide from them. */
    public Candidate known(Instance instance, String userId) {
        return known(instance, userId, null);
    }

    /**
     * The same, who has named themselves by an identifier.
     *
     * @param identifier null for one who has not: then by what names them best
     */
    public Candidate known(Instance instance, String userId, String identifier) {
        var proofs = users.proofs(instance, userId);
        var all = identifications.of(instance.id(), List.of(userId));
        return new Candidate(
                userId,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                identifier == null ? best(all, proofs.primaryEmailAddressId()).orElse("") : identifier,
                all,
                proofs.primaryEmailAddressId(),
                proofs.primaryPhoneNumberId(),
                Optional.ofNullable(proofs.passwordDigest()),
                proofs.passwordCompromised());
    }

    /** What names the user best, the primary e-mail address first; null for one that nothing names. */
    public String name(Instance instance, String userId) {
        var all = identifications.of(instance.id(), List.of(userId));
        return best(all, users.primaryEmailAddress(instance, userId)).orElse(null);
    }

    private static Optional<String> best(List<Identified> all, String primary) {
        return all.stream()
                .filter(i -> i.id().equals(primary))
                .findFirst()
                .or(() -> all.stream().filter(i -> !i.reservedForSecondFactor()).findFirst())
                .map(Identified::identifier);
    }

    /** Everything that is offered to the user, in no order of preference. */
    public List<FactorView> offered(Instance instance, Candidate user) {
        return offer(user).to(instance, user);
    }

    /** What is offered to whoever has not said who they are. */
    public List<FactorView> offeredUnnamed(Instance instance) {
        return PasskeyFactor.isOn(instance) ? List.of(FactorView.of(Strategy.PASSKEY.wire())) : List.of();
    }

    /** Sends the challenge of a strategy that needs no name; any other is refused. */
    public String prepareUnnamed(Caller caller, String strategy, Input form) {
        return offer().known(strategy).prepareUnnamed(caller, form).orElseThrow(Strategy::unavailable);
    }

    /** Whose the answer is, where nobody was named before. */
    public Candidate holder(Instance instance, String strategy, Input form) {
        var userId = offer().known(strategy)
                .holder(instance, form)
                .orElseThrow(PasskeyProblem.PASSKEY_NOT_REGISTERED::refusal);
        return candidate(
                instance, userId, Optional.ofNullable(name(instance, userId)).orElse(userId));
    }

    /** The factor that a request names, if it is offered to the user; a refusal otherwise. */
    public FirstFactor require(Instance instance, Candidate user, String strategy) {
        return offer(user).require(instance, user, strategy);
    }

    /** A passkey is two factors in one, the device and what unlocks it, unless the instance thinks otherwise. */
    public static boolean areBothFactors(Instance instance, Strategy strategy) {
        return strategy == Strategy.PASSKEY && instance.settings().passkey().satisfiesSecondFactor();
    }

    /** Only what proves an identifier itself tells a user from a newcomer no sooner than it is passed. */
    private Offer<FirstFactor> offer(Candidate user) {
        return user.orNewcomer()
                ? new Offer<>(() -> factors.stream().filter(f -> f.strategy().provesIdentifier()))
                : offer();
    }

    private Offer<FirstFactor> offer() {
        return new Offer<>(factors::stream);
    }
}
