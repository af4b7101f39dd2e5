package dev.rollcall.factor;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identified;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationService;
import java.util.List;

/** What the strategies share that send a six-digit code to one of the user's verified e-mail addresses. */
abstract class EmailCode implements FirstFactor {

    private final Strategy strategy;
    private final VerificationService verifications;

    EmailCode(Strategy strategy, VerificationService verifications) {
        this.strategy = strategy;
        this.verifications = verifications;
    }

    /** Whether the instance and the user have a use for such codes. */
    abstract boolean usable(Instance instance, Candidate user);

    @Override
    public Strategy strategy() {
        return strategy;
    }

    @Override
    public List<FactorView> offered(Instance instance, Candidate user) {
        if (user.isVeiled()) {
            return usable(instance, user) ? List.of(veiled(user)) : List.of();
        }
        return usable(instance, user)
                ? user.verifiedEmails().stream()
                        .map(e -> FactorView.ofEmailAddress(
                                strategy.wire(), user.safe(e), e.id(), e.id().equals(user.primaryEmailAddressId())))
                        .toList()
                : List.of();
    }

    @Override
    public String prepare(Instance instance, Candidate user, Input form) {
        if (!user.isVeiled()) {
            return verifications.sendCode(
                    instance, strategy, address(user, form).identifier(), user.userId());
        }
        form.text("email_address_id")
                .filter(id -> !id.equals(user.veiledAddressId().orElseThrow()))
                .ifPresent(id -> {
                    throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("email_address_id");
                });
        return user.verifiedEmails().isEmpty()
                ? verifications.pretendCode(instance, strategy, user.veiledAddress(), user.userId())
                : verifications.sendCode(instance, strategy, usual(user).identifier(), user.userId());
    }

    private FactorView veiled(Candidate user) {
        return FactorView.ofEmailAddress(
                strategy.wire(), user.veiledAddress(), user.veiledAddressId().orElseThrow(), true);
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

    /** The address that the request names; without a name the one that was typed, else the primary one. */
    private static Identified address(Candidate user, Input form) {
        var emails = user.verifiedEmails();
        var named = form.text("email_address_id");
        if (named.isPresent()) {
            return emails.stream()
                    .filter(e -> e.id().equals(named.get()))
                    .findFirst()
                    .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("email_address_id"));
        }
        return usual(user);
    }

    private static Identified usual(Candidate user) {
        var emails = user.verifiedEmails();
        return emails.stream()
                .filter(e -> user.safe(e).equals(user.typed()))
                .findFirst()
                .or(() -> emails.stream()
                        .filter(e -> e.id().equals(user.primaryEmailAddressId()))
                        .findFirst())
                .orElse(emails.get(0));
    }
}
