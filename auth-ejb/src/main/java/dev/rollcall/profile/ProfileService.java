package dev.rollcall.profile;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.crypto.Spelling;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.Answers;
import dev.rollcall.factor.FactorView;
import dev.rollcall.factor.FirstFactors;
import dev.rollcall.factor.NewPasswords;
import dev.rollcall.factor.PasswordProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.ApiVersion;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.CurrentSession;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionTask;
import dev.rollcall.session.SessionTasks;
import dev.rollcall.user.Notices;
import dev.rollcall.user.ProfileImages;
import dev.rollcall.user.UserChanges;
import dev.rollcall.user.UserPasswords;
import dev.rollcall.user.UserPhones;
import dev.rollcall.user.UserProblem;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserView;
import dev.rollcall.user.UserWallets;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What signed-in people do with their own account. */
@Stateless
public class ProfileService {

    /** Ways in that take no password. */
    private static final Set<String> WITHOUT_PASSWORD =
            Set.of(Strategy.EMAIL_CODE.wire(), Strategy.EMAIL_LINK.wire(), Strategy.PHONE_CODE.wire());

    /** What a change of says who somebody is. */
    private static final List<String> NAMING =
            List.of("username", "primary_email_address_id", "primary_phone_number_id", "primary_web3_wallet_id");

    @Inject
    private Transactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private SessionTasks tasks;

    @Inject
    private StepUp stepUp;

    @Inject
    private UserService users;

    @Inject
    private UserPhones phones;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserPasswords passwords;

    @Inject
    private UserWallets wallets;

    @Inject
    private FirstFactors factors;

    @Inject
    private ProfileImages images;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private NewPasswords newPasswords;

    @Inject
    private Answers answers;

    @Inject
    private RateLimits limits;

    @Inject
    private Notices notices;

    @Inject
    private AuditLog audit;

    /** The signed-in user ({@code getUser}). */
    public UserView get(Caller caller) {
        return users.view(caller.instance(), sessions.current(caller).userId());
    }

    /** Changes names, user name and primary e-mail address; older SDKs replace their metadata here too ({@code patchUser}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView patch(Caller caller, Input form, ApiVersion version) {
        countChange(caller);
        return transactions.required(() -> patched(caller, form, version));
    }

    private UserView patched(Caller caller, Input form, ApiVersion version) {
        var instance = caller.instance();
        if (form.has("unsafe_metadata") && !version.patchesMetadata()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN
                    .refusal("unsafe_metadata")
                    .saying("unsafe_metadata is changed at /v1/me/metadata.");
        }
        var userId = NAMING.stream().anyMatch(form::has)
                ? stepUp.sensitive(caller).userId()
                : sessions.current(caller).userId();
        users.change(instance, userId, UserChanges.ofSelf(form));
        form.text("primary_phone_number_id").ifPresent(id -> phones.makePrimary(instance, userId, id));
        form.text("primary_web3_wallet_id").ifPresent(id -> wallets.makePrimary(instance, userId, id));
        form.text("primary_email_address_id").ifPresent(id -> {
            var before = notices.primary(instance, userId);
            users.makePrimary(instance, userId, id);
            notices.primaryChanged(instance, userId, before);
        });
        var username = form.change("username");
        if (username.isPresent()) {
            rename(caller, userId, username);
        }
        users.replaceMetadata(instance, userId, Optional.empty(), Optional.empty(), form.object("unsafe_metadata"));
        return users.view(instance, userId);
    }

    /** Merges into the metadata that users may write themselves ({@code patchUserMetadata}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView metadata(Caller caller, Input form) {
        countChange(caller);
        return transactions.required(() -> {
            var userId = sessions.current(caller).userId();
            var patch = form.object("unsafe_metadata").orElseThrow(() -> Input.missing("unsafe_metadata"));
            users.mergeMetadata(caller.instance(), userId, Optional.empty(), Optional.empty(), Optional.of(patch));
            return users.view(caller.instance(), userId);
        });
    }

    /** Counts a change that the signed-in user is about to make; one too many is refused, and so is nobody's. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void countChange(Caller caller) {
        var userId = transactions.required(() -> sessions.current(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId);
    }

    /**
     * Sets a new password ({@code changePassword}). Whoever has one proves it first, unless they have proved to be themselves by other
     * means: to be asked for a new password, or because the instance has them reverified instead.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView changePassword(Caller client, Input form) {
        var caller = transactions.required(() -> sessions.inOneSession(client));
        countChange(caller); // it hashes, and says whether the new password is the old one
        var instance = caller.instance();
        var password = form.required("new_password");
        var user = transactions.required(() -> {
            stepUp.securing(caller);
            return get(caller);
        });
        transactions.required(() -> users.passwordDigest(instance, user.id())).ifPresent(digest -> {
            boolean proves = transactions.required(() -> mustProveCurrent(caller, form));
            if (proves) {
                proveCurrent(caller, user.id(), form, digest);
            }
            if (proves
                    ? Spelling.same(form.required("current_password"), password)
                    : hasher.matches(password, digest)) {
                throw PasswordProblem.FORM_NEW_PASSWORD_MATCHES_CURRENT.refusal("new_password");
            }
        });
        newPasswords.check(instance, password, "new_password", about(user));
        var newDigest = hasher.hash(password);
        return transactions.required(() -> {
            tasks.hold(instance.id(), user.id()); // clients are locked before users
            var session = sessions.current(caller);
            if (form.flag("sign_out_of_other_sessions", false)) {
                sessions.endOthers(session);
            }
            users.setPassword(instance, session.userId(), newDigest);
            tasks.reconsider(instance, session.userId());
            return users.view(instance, session.userId());
        });
    }

    /** Takes the password away from whoever proves it and has another way in ({@code removePassword}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView removePassword(Caller client, Input form) {
        var caller = transactions.required(() -> sessions.inOneSession(client));
        var instance = caller.instance();
        var user = transactions.required(() -> {
            stepUp.sensitive(caller);
            return get(caller);
        });
        var digest = transactions
                .required(() -> users.passwordDigest(instance, user.id()))
                .orElseThrow(UserProblem.NO_PASSWORD_SET::refusal);
        proveCurrent(caller, user.id(), form, digest);
        return transactions.required(() -> {
            var userId = sessions.current(caller).userId();
            refuseLockingOut(instance, userId);
            passwords.remove(instance, userId);
            return users.view(instance, userId);
        });
    }

    /** Deletes the user, where the instance and the user's own setting allow it ({@code deleteUser}). */
    public DeletedView delete(Caller caller) {
        var userId = stepUp.sensitive(caller).userId();
        if (!users.view(caller.instance(), userId).deleteSelfEnabled()
                || !caller.instance().settings().actions().deleteSelf()) {
            throw UserProblem.USER_DELETE_SELF_NOT_ALLOWED.refusal();
        }
        users.delete(caller.instance(), userId);
        return DeletedView.of("user", userId);
    }

    /** Shows a new picture ({@code updateProfileImage}). */
    public ImageView setImage(Caller caller, byte[] content) {
        var userId = sessions.current(caller).userId();
        var imageId = images.store(caller.instance(), userId, content);
        users.show(caller.instance(), userId, imageId);
        return new ImageView(
                "image",
                imageId,
                "profile",
                users.view(caller.instance(), userId).imageUrl());
    }

    /** Goes back to the rendered initials ({@code deleteProfileImage}). */
    public DeletedView removeImage(Caller caller) {
        CurrentSession session = sessions.current(caller);
        if (!users.view(caller.instance(), session.userId()).hasImage()) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        images.remove(caller.instance(), session.userId());
        users.show(caller.instance(), session.userId(), null);
        return DeletedView.of("image", session.userId());
    }

    private void rename(Caller caller, String userId, Change<String> username) {
        var attribute = caller.instance().settings().attributes().username();
        var name = username.map(n ->
                        Identifiers.username(n, caller.instance().settings().username()))
                .applyTo(null);
        if (!attribute.enabled()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN
                    .refusal("username")
                    .saying("username is not a valid parameter for this request.");
        }
        if (name == null && attribute.required()) {
            throw Input.missing("username");
        }
        identifications.username(caller.instance(), userId, name);
        audit.record(caller.instanceId(), AuditAct.of("user.username_changed", "user", userId));
    }

    /** Whoever removes the password must be able to sign in without, and the instance must not insist on one. */
    private void refuseLockingOut(Instance instance, String userId) {
        boolean required = instance.settings().attributes().password().required();
        boolean otherWay = factors.offered(instance, factors.known(instance, userId)).stream()
                .map(FactorView::strategy)
                .anyMatch(WITHOUT_PASSWORD::contains);
        if (required || !otherWay) {
            throw PasswordProblem.PASSWORD_REQUIRED.refusal();
        }
    }

    private boolean mustProveCurrent(Caller caller, Input form) {
        boolean asked = sessions.get(caller, sessions.current(caller).sessionId())
                .tasks()
                .contains(SessionTask.RESET_PASSWORD);
        boolean reverified = caller.instance().settings().session().reverification();
        return form.has("current_password") || !asked && !reverified;
    }

    private void proveCurrent(Caller caller, String userId, Input form, String digest) {
        var current = form.required("current_password");
        limits.take(caller, Limit.ATTEMPT);
        var clientId =
                transactions.required(() -> sessions.current(caller).client().id());
        answers.judge(
                        caller.instance(),
                        userId,
                        Optional.of(clientId),
                        () -> hasher.matches(current, digest)
                                ? new Verdict.Verified()
                                : new Verdict.Refused(PasswordProblem.FORM_PASSWORD_INCORRECT))
                .orRefuse("current_password");
    }

    private static List<String> about(UserView user) {
        return Stream.concat(
                        Stream.of(user.username(), user.firstName(), user.lastName()),
                        Stream.concat(
                                user.emailAddresses().stream().map(e -> e.emailAddress()),
                                user.phoneNumbers().stream().map(p -> p.phoneNumber())))
                .toList();
    }
}
