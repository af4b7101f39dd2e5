package dev.rollcall.backend;

import dev.rollcall.data.Transactions;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.AuthenticatorApps;
import dev.rollcall.factor.BackupCodes;
import dev.rollcall.factor.SecondFactorEnrolment;
import dev.rollcall.factor.SecondFactorProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** What an app's server may do with the second factors of its users. */
@Stateless
public class UserSecondFactorAdmin {

    @Inject
    private UserService users;

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private BackupCodes codes;

    @Inject
    private SecondFactorEnrolment enrolment;

    @Inject
    private Answers answers;

    @Inject
    private Transactions transactions;

    /** Takes all second factors away, for somebody who has lost them. */
    public UserIdView disableMfa(Instance instance, String userId) {
        enrolment.removeAll(instance, userId);
        return new UserIdView(userId);
    }

    /** Takes the authenticator app away. */
    public UserIdView deleteTotp(Instance instance, String userId) {
        apps.remove(instance, userId);
        enrolment.lost(instance, userId);
        return new UserIdView(userId);
    }

    /** Takes the backup codes away. */
    public UserIdView deleteBackupCode(Instance instance, String userId) {
        codes.remove(instance, userId);
        return new UserIdView(userId);
    }

    /** Says that a code is one of the user's authenticator app, or a backup code; it is used up. Guesses count as they do at a sign-in. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public VerifiedCodeView verifyTotp(Instance instance, String userId, Input body) {
        var code = body.only(Set.of("code")).required("code");
        boolean hasApp = transactions.required(() -> {
            users.refuseUnknown(instance, userId);
            if (!apps.has(instance, userId) && !codes.has(instance, userId)) {
                throw SecondFactorProblem.TOTP_DISABLED.refusal();
            }
            return apps.has(instance, userId);
        });
        var strategy = new Strategy[] {Strategy.TOTP};
        var verdict = answers.judge(instance, userId, Optional.empty(), () -> {
            if (hasApp && apps.judge(instance, userId, code) instanceof Verdict.Verified right) {
                return right;
            }
            strategy[0] = Strategy.BACKUP_CODE;
            return codes.judge(instance, userId, code);
        });
        if (verdict instanceof Verdict.Refused) {
            throw SecondFactorProblem.TOTP_INCORRECT_CODE.refusal("code");
        }
        return new VerifiedCodeView(true, strategy[0].wire());
    }
}
