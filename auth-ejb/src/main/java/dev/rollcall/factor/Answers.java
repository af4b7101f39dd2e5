package dev.rollcall.factor;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Transactions;
import dev.rollcall.instance.Instance;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import dev.rollcall.security.Lockouts;
import dev.rollcall.security.Lockouts.Attempt;
import dev.rollcall.user.UserProblem;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;

/** Has a person's answers judged, as long as there were not too many wrong ones; every verdict is counted and written down. */
@ApplicationScoped
public class Answers {

    /** Refusals of what was not compared, or was not wrong. */
    private static final Set<Object> UNJUDGED = Set.of(
            PasswordProblem.FORM_PASSWORD_COMPROMISED, // it was the right one
            PasswordProblem.FORM_PASSWORD_PWNED, // as was this
            VerificationProblem.VERIFICATION_EXPIRED,
            VerificationProblem.VERIFICATION_MISSING,
            VerificationProblem.VERIFICATION_ALREADY_VERIFIED);

    @Inject
    private Lockouts lockouts;

    @Inject
    private UserService users;

    @Inject
    private Transactions transactions;

    @Inject
    private AuditLog audit;

    @Inject
    private Meters meters;

    /**
     * Has one answer judged, outside of transactions. A locked user is refused whatever the answer. A right one takes only its own count
     * back.
     *
     * @param userId whose answer it is, or what stands for somebody who does not exist
     */
    public Verdict judge(Instance instance, String userId, Supplier<Verdict> judgement) {
        var attempt = lockouts.begin(instance, userId);
        if (attempt instanceof Attempt.Locked locked) {
            meters.count(Metered.SIGN_INS, "outcome", "locked");
            throw UserProblem.USER_LOCKED
                    .refusal()
                    .with("lockout_expires_in_seconds", locked.left().toSeconds());
        }
        Verdict verdict = null;
        try {
            verdict = judgement.get();
            return verdict;
        } finally {
            settle(instance, userId, ((Attempt.Allowed) attempt).last(), verdict);
        }
    }

    /**
     * Nothing is held against the user any more who has proved all that was asked. One right answer is not enough: whoever knows the
     * password could else guess at the second factor for ever.
     */
    public void forgive(Instance instance, String userId) {
        lockouts.clear(instance, userId);
    }

    private void settle(Instance instance, String userId, boolean last, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused && !UNJUDGED.contains(refused.problem())) {
            transactions.separate(() -> noted(instance, userId, last));
        } else {
            lockouts.withdraw(instance, userId);
        }
    }

    private boolean noted(Instance instance, String userId, boolean last) {
        audit.record(instance.id(), AuditAct.of("sign_in.failed", "user", userId));
        meters.count(Metered.SIGN_INS, "outcome", "failed");
        if (last) {
            audit.record(instance.id(), AuditAct.of("user.locked", "user", userId));
            users.lockedOut(instance, userId);
        }
        return last;
    }
}
