package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.data.Transactions;
import dev.rollcall.factor.PasswordProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.session.SessionTasks;
import dev.rollcall.user.UserPasswords;
import dev.rollcall.user.UserProblem;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserView;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;

/** What an app's server may do with the passwords of its users. Setting one is a change of the user. */
@Stateless
public class UserPasswordAdmin {

    @Inject
    private UserService users;

    @Inject
    private UserPasswords passwords;

    @Inject
    private SessionService sessions;

    @Inject
    private SessionTasks tasks;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private Transactions transactions;

    @Inject
    private AuditLog audit;

    /** Says that a password is the user's; any other is refused. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public VerifiedView verify(Instance instance, String userId, Input body) {
        var password = body.only(Set.of("password")).required("password");
        var digest = transactions
                .required(() -> users.passwordDigest(instance, userId))
                .orElseThrow(UserProblem.NO_PASSWORD_SET::refusal);
        if (!hasher.matches(password, digest)) {
            transactions.required(() -> {
                audit.record(instance.id(), AuditAct.of("password.not_verified", "user", userId));
                return userId;
            }); // its own: it outlives the refusal
            throw PasswordProblem.FORM_PASSWORD_INCORRECT.refusal("password");
        }
        return new VerifiedView(true);
    }

    /** Takes the password away, even where nothing else lets the user in; with {@code sign_out_of_other_sessions} all sessions too. */
    public UserView remove(Instance instance, String userId, Input body) {
        body.only(Set.of("sign_out_of_other_sessions"));
        tasks.hold(instance.id(), userId); // first, because sessions are locked before their user
        if (body.flag("sign_out_of_other_sessions", false)) {
            sessions.endAllOfUser(instance.id(), userId, null, SessionStatus.REVOKED);
        }
        passwords.remove(instance, userId);
        tasks.reconsider(instance, userId);
        return users.backendView(instance, userId);
    }

    /** The password is known to others: it lets nobody in until there is a new one. */
    public UserView setCompromised(Instance instance, String userId, Input body) {
        body.only(Set.of("revoke_all_sessions"));
        if (body.flag("revoke_all_sessions", false)) {
            sessions.endAllOfUser(instance.id(), userId, null, SessionStatus.REVOKED);
        }
        passwords.compromised(instance, userId, true);
        return users.backendView(instance, userId);
    }

    /** The password was not known to others after all. */
    public UserView unsetCompromised(Instance instance, String userId) {
        tasks.hold(instance.id(), userId);
        passwords.compromised(instance, userId, false);
        tasks.reconsider(instance, userId);
        return users.backendView(instance, userId);
    }
}
