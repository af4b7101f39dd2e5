package dev.rollcall.factor;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Lockouts;
import dev.rollcall.security.Lockouts.Attempt;
import dev.rollcall.security.Network;
import dev.rollcall.user.UserProblem;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Verdict;
import dev.rollcall.verification.VerificationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
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

    /** How often it is looked whether an answer may be judged by now, and how far apart: for two seconds. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

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
     * Has one answer judged, outside of transactions. A user who is locked where it was given is refused whatever the answer. A right one
     * takes only its own count back.
     *
     * @param userId whose answer it is, or what stands for somebody who does not exist
     * @param clientId on which client it was given, if on any
     */
    public Verdict judge(Instance instance, String userId, Optional<String> clientId, Supplier<Verdict> judgement) {
        return judge(instance, new Subject("sign_in", "user", userId, clientId), judgement);
    }

    /**
     * The same of somebody who is no user yet: wrong answers are counted by what they claim to have and by network, over all clients, so that
     * nobody elsewhere keeps its owner from signing up.
     */
    public Verdict judgeNewcomer(Caller caller, String claimed, Supplier<Verdict> judgement) {
        var instance = caller.instance();
        var network = Network.of(caller.request().ip());
        var id = "newcomer_" + Secrets.hash(instance.id() + " " + network + " " + claimed);
        return judge(instance, new Subject("sign_up", "identifier", id, Optional.empty()), judgement);
    }

    /** Whose answers are counted together. */
    private record Subject(String flow, String type, String id, Optional<String> clientId) {

        boolean isUser() {
            return type.equals("user");
        }
    }

    private Verdict judge(Instance instance, Subject subject, Supplier<Verdict> judgement) {
        var attempt = admitted(instance, subject);
        Verdict verdict = null;
        try {
            verdict = judgement.get();
            return verdict;
        } finally {
            settle(instance, subject, attempt, verdict);
        }
    }

    /** Waits a little where as many answers are being judged as may still be wrong: people who press twice are no guessers. */
    private Attempt.Allowed admitted(Instance instance, Subject subject) {
        for (int n = 0; n < LOOKS; n++) {
            var attempt = lockouts.begin(instance, subject.id(), subject.clientId());
            if (attempt instanceof Attempt.Allowed allowed) {
                return allowed;
            }
            if (attempt instanceof Attempt.Locked locked) {
                meters.count(Metered.SIGN_INS, "outcome", "locked");
                throw UserProblem.USER_LOCKED
                        .refusal()
                        .with("lockout_expires_in_seconds", locked.left().toSeconds());
            }
            pause();
        }
        throw CommonProblem.TOO_MANY_REQUESTS.refusal().after(Duration.ofSeconds(1));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Nothing is held against the user any more who has proved all that was asked. One right answer is not enough: whoever knows the
     * password could else guess at the second factor for ever.
     */
    public void forgive(Instance instance, String userId) {
        lockouts.clear(instance, userId);
    }

    private void settle(Instance instance, Subject subject, Attempt.Allowed attempt, Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused && !UNJUDGED.contains(refused.problem())) {
            transactions.separate(() -> wrong(instance, subject, attempt));
        } else if (verdict instanceof Verdict.Verified && !subject.isUser()) {
            lockouts.clear(instance, subject.id()); // there is nothing more to guess
        } else {
            lockouts.withdraw(instance, subject.id(), attempt);
        }
    }

    private boolean wrong(Instance instance, Subject subject, Attempt.Allowed attempt) {
        boolean last = lockouts.wrong(instance, subject.id(), attempt);
        audit.record(instance.id(), AuditAct.of(subject.flow() + ".failed", subject.type(), subject.id()));
        if (subject.isUser()) {
            meters.count(Metered.SIGN_INS, "outcome", "failed");
        }
        if (last) {
            audit.record(instance.id(), AuditAct.of(subject.type() + ".locked", subject.type(), subject.id()));
        }
        if (last && subject.isUser()) {
            users.lockedOut(instance, subject.id());
        }
        return last;
    }
}
