package dev.rollcall.factor;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import java.util.List;

/** What the strategies share that send something to one of the user's verified e-mail addresses. */
abstract class EmailFactor implements Factor {

    private static final String ID = "email_address_id";

    private final Strategy strategy;

    EmailFactor(Strategy strategy) {
        this.strategy = strategy;
    }

    /** Whether the instance and the user have a use for it. */
    abstract boolean usable(Instance instance, Candidate user);

    /** Sends the challenge to an address; answers the verification's id. */
    abstract String send(Instance instance, String address, String userId, Input form);

    /** Does the same for somebody who does not exist. */
    abstract String pretend(Instance instance, String address, String userId, Input form);

    @Override
    public Strategy strategy() {
        return strategy;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        if (!usable(instance, user) || !user.isAskedBy(IdentifierType.EMAIL_ADDRESS)) {
            return List.of();
        }
        if (user.isVeiled()) {
            var id = user.veiledAddressId().orElseThrow();
            return List.of(FactorView.ofEmailAddress(strategy.wire(), user.veiledAddress(), id, true));
        }
        return user.verifiedEmails().stream()
                .map(e -> FactorView.ofEmailAddress(
                        strategy.wire(), user.safe(e), e.id(), e.id().equals(user.primaryEmailAddressId())))
                .toList();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        if (!user.isVeiled()) {
            return send(instance, address(user, form).identifier(), user.userId(), form);
        }
        form.text(ID)
                .filter(id -> !id.equals(user.veiledAddressId().orElseThrow()))
                .ifPresent(id -> {
                    throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(ID);
                });
        if (user.welcome()) {
            return send(instance, Typed.identifier(user.typed()), null, form);
        }
        return user.verifiedEmails().isEmpty()
                ? pretend(instance, user.veiledAddress(), user.userId(), form)
                : send(instance, usual(user).identifier(), user.userId(), form);
    }

    /** The address that the request names; without a name the one that was typed, else the primary one. */
    private static Identified address(Candidate user, Input form) {
        var named = form.text(ID);
        if (named.isEmpty()) {
            return usual(user);
        }
        return user.verifiedEmails().stream()
                .filter(e -> e.id().equals(named.get()))
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(ID));
    }

    private static Identified usual(Candidate user) {
        return user.usual(user.verifiedEmails(), user.primaryEmailAddressId());
    }
}
