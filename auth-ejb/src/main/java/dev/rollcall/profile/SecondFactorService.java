package dev.rollcall.profile;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.AuthenticatorApps;
import dev.rollcall.factor.BackupCodesView;
import dev.rollcall.factor.SecondFactorEnrolment;
import dev.rollcall.factor.TotpView;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionTasks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The authenticator apps and backup codes of signed-in people. */
@Stateless
public class SecondFactorService {

    @Inject
    private Transactions transactions;

    @Inject
    private StepUp stepUp;

    @Inject
    private SessionService sessions;

    @Inject
    private SessionTasks tasks;

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private SecondFactorEnrolment enrolment;

    @Inject
    private Answers answers;

    @Inject
    private RateLimits limits;

    /** Begins to set up an authenticator app; the secret is shown this once ({@code postTOTP}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TotpView createTotp(Caller caller) {
        var userId = counted(caller);
        if (!AuthenticatorApps.areOn(caller.instance())) {
            throw ProfileProblem.FEATURE_NOT_ENABLED.refusal();
        }
        return transactions.required(() -> apps.create(caller.instance(), userId));
    }

    /** Who sets up a second factor; each time costs a secret, and tells the app's server. */
    private String counted(Caller caller) {
        var userId = transactions.required(() -> stepUp.securing(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId);
        return userId;
    }

    /** Ends that by a code out of the app; backup codes come along with the first ({@code verifyTOTP}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TotpView attemptTotp(Caller client, Input form) {
        var instance = client.instance();
        var code = form.required("code");
        limits.take(client, Limit.ATTEMPT);
        var caller = transactions.required(() -> sessions.inOneSession(client));
        var current = transactions.required(() -> {
            var session = sessions.current(caller);
            apps.requirePending(instance, session.userId());
            return session;
        });
        var userId = current.userId();
        answers.judge(instance, userId, Optional.of(current.client().id()), () -> apps.judge(instance, userId, code))
                .orRefuse("code");
        return transactions.required(() -> {
            tasks.hold(instance.id(), userId);
            var session = sessions.current(caller);
            apps.requirePending(instance, session.userId());
            var codes = enrolment.firstBackupCodes(instance, session.userId());
            var enrolled = apps.enrol(instance, session.userId(), codes);
            sessions.reverified(session, false, true); // whoever shows a code has the factor
            tasks.reconsider(instance, session.userId());
            return enrolled;
        });
    }

    /** Takes the authenticator app away ({@code deleteTOTP}). */
    public DeletedView deleteTotp(Caller caller) {
        var userId = stepUp.sensitive(caller).userId();
        var gone = apps.remove(caller.instance(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        enrolment.lost(caller.instance(), userId);
        return DeletedView.of("totp", gone);
    }

    /** Makes fresh backup codes, shown this once; former ones are worthless ({@code createBackupCodes}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public BackupCodesView createBackupCodes(Caller caller) {
        var userId = counted(caller);
        return transactions.required(() -> enrolment.backupCodes(caller.instance(), userId));
    }
}
