package dev.rollcall.factor;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.message.BlockedCountries;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.PhoneChannel;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;
import java.util.List;

/** What the strategies share that send a six-digit code to one of the user's verified phone numbers. */
abstract class PhoneCode implements Factor {

    private static final String ID = "phone_number_id";

    private final Strategy strategy;
    private final VerificationService verifications;

    PhoneCode(Strategy strategy, VerificationService verifications) {
        this.strategy = strategy;
        this.verifications = verifications;
    }

    /** Whether the instance has a use for such codes. */
    abstract boolean usable(Instance instance);

    /** The numbers that codes may be sent to. */
    List<Identified> numbers(Candidate user) {
        return user.firstFactorPhones();
    }

    /** How one of them is offered. */
    FactorView view(Candidate user, Identified phone) {
        boolean primary = phone.id().equals(user.primaryPhoneNumberId());
        return FactorView.ofPhoneNumber(strategy.wire(), user.safe(phone), phone.id(), primary);
    }

    /** The one that is meant where a request names none: the one that was typed, else the primary one. */
    Identified usual(Candidate user) {
        return user.usual(numbers(user), user.primaryPhoneNumberId());
    }

    @Override
    public Strategy strategy() {
        return strategy;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        if (!usable(instance) || !user.isAskedBy(IdentifierType.PHONE_NUMBER)) {
            return List.of();
        }
        if (user.isVeiled()) {
            var id = user.veiledPhoneNumberId().orElseThrow();
            return List.of(FactorView.ofPhoneNumber(strategy.wire(), user.veiledPhoneNumber(), id, true));
        }
        return numbers(user).stream().map(p -> view(user, p)).toList();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        var channel = PhoneChannel.wanted(instance, form);
        if (!user.isVeiled()) {
            var to = Destination.phone(number(user, form).identifier(), channel);
            return verifications.sendCode(instance, strategy, to, user.userId());
        }
        form.text(ID)
                .filter(id -> !id.equals(user.veiledPhoneNumberId().orElseThrow()))
                .ifPresent(id -> {
                    throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(ID);
                });
        if (user.welcome()) {
            var to = Destination.phone(Typed.identifier(user.typed()), channel);
            return verifications.sendCode(instance, strategy, to, null);
        }
        if (numbers(user).isEmpty()) {
            return pretend(instance, user, channel);
        }
        var number = usual(user).identifier();
        boolean wouldTell = user.veiledPhoneNumber().equals(Veil.HIDDEN) && BlockedCountries.contain(instance, number);
        return wouldTell
                ? pretend(instance, user, channel)
                : verifications.sendCode(instance, strategy, Destination.phone(number, channel), user.userId());
    }

    private String pretend(Instance instance, Candidate user, String channel) {
        var to = Destination.phone(user.veiledPhoneNumber(), channel);
        return verifications.pretendCode(instance, strategy, to, user.userId());
    }

    @Override
    public Verdict attempt(Instance instance, Candidate user, String verificationId, Input form) {
        return verifications.attempt(instance, verificationId, form.required(parameter()));
    }

    @Override
    public String passed(Instance instance, String verificationId) {
        verifications.verified(instance, verificationId);
        return verificationId;
    }

    @Override
    public String parameter() {
        return "code";
    }

    /** The number that the request names; without a name the usual one. */
    private Identified number(Candidate user, Input form) {
        var named = form.text(ID);
        if (named.isEmpty()) {
            return usual(user);
        }
        return numbers(user).stream()
                .filter(p -> p.id().equals(named.get()))
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(ID));
    }
}
