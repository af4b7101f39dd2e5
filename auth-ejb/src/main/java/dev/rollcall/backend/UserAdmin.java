package dev.rollcall.backend;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.backend.VouchedIdentifiers.Status;
import dev.rollcall.crypto.PasswordHasher;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.NewPasswords;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.ApiVersion;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.page.WireJson;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.session.SessionTasks;
import dev.rollcall.user.ProfileImages;
import dev.rollcall.user.UserList;
import dev.rollcall.user.UserPhones;
import dev.rollcall.user.UserService;
import dev.rollcall.user.UserView;
import dev.rollcall.user.UserWallets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What an app's server may do with its users, one method for each operation of the Backend API. */
@Stateless
public class UserAdmin {

    private static final Set<String> METADATA = Set.of("public_metadata", "private_metadata", "unsafe_metadata");

    @Inject
    private UserService users;

    @Inject
    private UserPhones phones;

    @Inject
    private UserList list;

    @Inject
    private UserWallets wallets;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VouchedIdentifiers identifiers;

    @Inject
    private ProfileImages images;

    @Inject
    private SessionService sessions;

    @Inject
    private SessionTasks tasks;

    @Inject
    private GivenFactors givenFactors;

    @Inject
    private PrimaryAddress primary;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private NewPasswords newPasswords;

    @Inject
    private Transactions transactions;

    @Inject
    private AuditLog audit;

    /** One page of the users that meet the query's filters; the number of statements does not grow with the page. */
    public List<UserView> list(Instance instance, Input query) {
        return users.backendViews(instance, list.ids(instance.id(), query));
    }

    /** The same for operators, who also want to know how many there are, and search by words alone. */
    public Paged<UserView> page(Instance instance, Input query) {
        query.only(Set.of("query", "order_by", "limit", "offset"));
        return new Paged<>(list(instance, query), list.count(instance.id(), query));
    }

    /** How many users meet the query's filters. */
    public TotalCountView count(Instance instance, Input query) {
        return TotalCountView.of(list.count(instance.id(), query));
    }

    /** One user. */
    public UserView get(Instance instance, String userId) {
        return users.backendView(instance, userId);
    }

    /** Makes a user. The app vouches for the addresses it gives: they count as verified unless it says they are only reserved. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView create(Instance instance, Input body) {
        var form = CreateUserForm.of(instance, body);
        form.password()
                .filter(password -> form.checksPassword())
                .ifPresent(password -> newPasswords.check(instance, password, "password", form.about()));
        var user = form.user(
                instance,
                form.password().map(hasher::hash).or(form::passwordDigest).orElse(null));
        return transactions.required(() -> {
            var id = users.create(instance, user);
            form.emails().forEach(e -> add(instance, id, IdentifierType.EMAIL_ADDRESS, e.address(), e.reserved()));
            form.phones().forEach(p -> add(instance, id, IdentifierType.PHONE_NUMBER, p.number(), p.reserved()));
            form.wallets().forEach(address -> add(instance, id, IdentifierType.WEB3_WALLET, address, false));
            form.username().ifPresent(name -> identifications.username(instance, id, name));
            givenFactors.give(instance, id, body);
            return users.backendView(instance, id);
        });
    }

    /** Changes what the request speaks of, all of it or nothing. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UserView update(Instance instance, String userId, Input body, ApiVersion version) {
        var form = UpdateUserForm.of(instance, body, version);
        var before = transactions.required(() -> users.backendView(instance, userId));
        form.password()
                .filter(password -> form.checksPassword())
                .ifPresent(password -> newPasswords.check(instance, password, "password", about(before)));
        var digest = form.password().map(hasher::hash).or(form::passwordDigest);
        return transactions.required(() -> {
            tasks.hold(instance.id(), userId);
            if (form.signsOut()) { // first, because sessions are locked before their user
                sessions.endAllOfUser(instance.id(), userId, null, SessionStatus.REVOKED);
            }
            users.change(instance, userId, form.changes());
            rename(instance, before, form.username());
            digest.ifPresent(d -> users.setPassword(instance, userId, d));
            var primaryBefore = primary.of(instance, userId);
            form.primaryEmailAddressId().ifPresent(id -> users.makePrimary(instance, userId, id));
            form.primaryWeb3WalletId().ifPresent(id -> wallets.makePrimary(instance, userId, id));
            primary.tell(instance, userId, primaryBefore, body);
            form.primaryPhoneNumberId().ifPresent(id -> phones.makePrimary(instance, userId, id));
            givenFactors.give(instance, userId, body);
            tasks.reconsider(instance, userId);
            form.profileImageId().ifPresent(id -> show(instance, userId, id));
            if (form.hasMetadata()) {
                replace(instance, userId, body);
            }
            return updated(instance, before, digest.isPresent());
        });
    }

    /** Merges metadata deeply into what is there; null removes a key. */
    public UserView mergeMetadata(Instance instance, String userId, Input body) {
        body.only(METADATA);
        var before = users.backendView(instance, userId);
        users.mergeMetadata(
                instance,
                userId,
                body.object("public_metadata"),
                body.object("private_metadata"),
                body.object("unsafe_metadata"));
        return updated(instance, before, false);
    }

    /** Replaces the metadata that the request gives. */
    public UserView replaceMetadata(Instance instance, String userId, Input body) {
        var before = users.backendView(instance, userId);
        replace(instance, userId, body.only(METADATA));
        return updated(instance, before, false);
    }

    /** Deletes a user with everything that is theirs; their sessions mint no more tokens. */
    public DeletedView delete(Instance instance, String userId) {
        users.delete(instance, userId);
        return DeletedView.of("user", userId);
    }

    private UserView updated(Instance instance, UserView before, boolean password) {
        var after = users.backendView(instance, before.id());
        audit.record(
                instance.id(),
                UserChanges.between(before.id(), WireJson.object(before), WireJson.object(after), password));
        return after;
    }

    private void add(Instance instance, String userId, IdentifierType type, String identifier, boolean reserved) {
        var status = reserved ? Status.RESERVED : Status.VERIFIED;
        users.gained(instance, userId, identifiers.add(instance, userId, type, identifier, status));
    }

    private void rename(Instance instance, UserView user, Change<String> username) {
        if (username instanceof Change.Cleared<String>
                && user.username() != null
                && user.emailAddresses().isEmpty()
                && user.phoneNumbers().isEmpty()) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal("username");
        }
        if (username.isPresent()) {
            identifications.username(instance, user.id(), username.applyTo(null));
        }
    }

    private void show(Instance instance, String userId, String imageId) {
        if (images.find(instance.id(), userId, imageId).isEmpty()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("profile_image_id")
                    .saying("The user has no image of that id.");
        }
        users.show(instance, userId, imageId);
    }

    private void replace(Instance instance, String userId, Input body) {
        users.replaceMetadata(
                instance,
                userId,
                body.object("public_metadata"),
                body.object("private_metadata"),
                body.object("unsafe_metadata"));
    }

    private static List<String> about(UserView user) {
        var names =
                Stream.of(user.firstName(), user.lastName(), user.username()).filter(Objects::nonNull);
        var addresses = Stream.concat(
                user.emailAddresses().stream().map(EmailAddressView::emailAddress),
                user.phoneNumbers().stream().map(PhoneNumberView::phoneNumber));
        return Stream.concat(names, addresses).toList();
    }
}
