package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.restriction.Restrictions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps users. Every method is about users of the one instance it is given. */
@Stateless
public class UserService {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private UserViews views;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserFactors factors;

    @Inject
    private AuditLog audit;

    @Inject
    private Notices notices;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Event<UserCreated> creations;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private Event<UserLeaving> departures;

    @Inject
    private Event<UserDeleted> deletions;

    /** The users as browsers may see them, by id, in a constant number of queries. */
    public Map<String, UserView> views(Instance instance, Collection<String> userIds) {
        return views.of(instance, userIds, false);
    }

    /** The user as browsers may see it. */
    public UserView view(Instance instance, String userId) {
        return found(views(instance, List.of(userId)), userId);
    }

    /** How the user looks, which is known without asking for all that is theirs. */
    public UserFace face(Instance instance, String userId) {
        var user = require(instance, userId);
        var imageUrl = UserViews.imageUrl(instance, userId, user.imageId());
        return new UserFace(user.firstName(), user.lastName(), imageUrl, user.imageId() != null);
    }

    /** The users in the order of their ids, with private metadata; for the Backend API alone. */
    public List<UserView> backendViews(Instance instance, List<String> userIds) {
        return List.copyOf(views.of(instance, userIds, true).values());
    }

    /** The user with private metadata; for the Backend API alone. */
    public UserView backendView(Instance instance, String userId) {
        return found(views.of(instance, List.of(userId), true), userId);
    }

    /** Makes a user, as yet without identifiers; answers the id. */
    public String create(Instance instance, NewUser wanted) {
        var user = rows.add(new User(instance.id(), wanted, clock.now()));
        flush();
        creations.fire(new UserCreated(instance.id(), user.id()));
        done(instance, "user.created", user.id());
        return user.id();
    }

    /** Changes a user's own columns. */
    public void change(Instance instance, String userId, UserChanges changes) {
        changing(instance, userId).change(changes, clock.now());
        flush();
    }

    /** Merges metadata into what is there: objects deeply, null removes a key (RFC 7396). */
    public void mergeMetadata(
            Instance instance,
            String userId,
            Optional<JsonObject> publicPatch,
            Optional<JsonObject> privatePatch,
            Optional<JsonObject> unsafePatch) {
        var user = changing(instance, userId);
        user.replaceMetadata(
                Metadata.merged(user.publicMetadata(), publicPatch, "public_metadata"),
                Metadata.merged(user.privateMetadata(), privatePatch, "private_metadata"),
                Metadata.merged(user.unsafeMetadata(), unsafePatch, "unsafe_metadata"),
                clock.now());
    }

    /** Replaces the metadata that is given and leaves the rest. */
    public void replaceMetadata(
            Instance instance,
            String userId,
            Optional<JsonObject> newPublic,
            Optional<JsonObject> newPrivate,
            Optional<JsonObject> newUnsafe) {
        var user = changing(instance, userId);
        user.replaceMetadata(
                Metadata.checked(newPublic.orElse(user.publicMetadata()), "public_metadata"),
                Metadata.checked(newPrivate.orElse(user.privateMetadata()), "private_metadata"),
                Metadata.checked(newUnsafe.orElse(user.unsafeMetadata()), "unsafe_metadata"),
                clock.now());
    }

    /** Makes one of the user's verified e-mail addresses the primary one. */
    public void makePrimary(Instance instance, String userId, String emailAddressId) {
        var user = changing(instance, userId);
        var email = identifications.require(instance.id(), userId, emailAddressId);
        if (email.type() != IdentifierType.EMAIL_ADDRESS || !(email.verified() || email.reserved())) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("primary_email_address_id")
                    .saying("Only a verified email address can be the primary one.");
        }
        user.makePrimary(IdentifierType.EMAIL_ADDRESS, emailAddressId, clock.now());
        done(instance, "user.primary_email_address_changed", userId);
    }

    /** Gives the user one e-mail address, the primary one, in place of all there were. {@code add} adds it and says which it is. */
    public void replaceEmailAddresses(Instance instance, String userId, Supplier<Identified> add) {
        var user = changing(instance, userId);
        identifications.removeAll(instance, userId, IdentifierType.EMAIL_ADDRESS);
        user.makePrimary(IdentifierType.EMAIL_ADDRESS, add.get().id(), clock.now());
        done(instance, "user.email_addresses_replaced", userId);
    }

    /** Refuses whom there is not. */
    public void refuseUnknown(Instance instance, String userId) {
        require(instance, userId);
    }

    /** Locks the user for the rest of the transaction. Whoever locks both takes the user before what names it. */
    public void hold(Instance instance, String userId) {
        lock(instance, userId);
    }

    /** Notes a verified e-mail address or phone number: it becomes the primary one where there is none. */
    public void gained(Instance instance, String userId, Identified identification) {
        var user = changing(instance, userId);
        if (user.primary(identification.type()) == null) {
            user.makePrimary(identification.type(), identification.id(), clock.now());
        } else {
            user.touched(clock.now());
        }
    }

    /**
     * Takes an e-mail address, a phone number or a wallet away; another verified one of its kind becomes primary. A user keeps at least one
     * identification that names them where they sign in.
     */
    public void remove(Instance instance, String userId, IdentifierType type, String identificationId) {
        var user = changing(instance, userId);
        var gone = identifications.require(instance.id(), userId, identificationId);
        if (gone.type() != type) {
            throw CommonProblem.RESOURCE_NOT_FOUND.refusal();
        }
        var left = identifications.of(instance.id(), List.of(userId)).stream()
                .filter(i -> i.verified() && !i.id().equals(identificationId))
                .toList();
        if (gone.verified() && left.stream().noneMatch(i -> i.namesAtSignIn(instance))) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal();
        }
        identifications.remove(instance.id(), userId, identificationId);
        var next = left.stream()
                .filter(i -> i.type() == type)
                .map(Identified::id)
                .findFirst()
                .orElse(null);
        if (identificationId.equals(user.primary(type))) {
            user.makePrimary(type, next, clock.now());
        } else {
            user.touched(clock.now());
        }
        if (gone.reservedForSecondFactor()) {
            factors.phonesChanged(instance, userId);
        }
    }

    /** What the user's password is compared with; empty for a user without one. */
    public Optional<String> passwordDigest(Instance instance, String userId) {
        return Optional.ofNullable(require(instance, userId).passwordDigest());
    }

    /** The id of the user's primary e-mail address; null where there is none. */
    public String primaryEmailAddress(Instance instance, String userId) {
        return require(instance, userId).primaryEmailAddressId();
    }

    /** By what the user may prove to be one; by nothing where there is no such user. */
    public Proofs proofs(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId)
                .map(user -> new Proofs(
                        user.primaryEmailAddressId(),
                        user.primaryPhoneNumberId(),
                        user.passwordDigest(),
                        user.passwordCompromised()))
                .orElse(Proofs.NONE);
    }

    /** Sets the user's password, hashed beforehand: hashing does not belong into a transaction. */
    public void setPassword(Instance instance, String userId, String digest) {
        var user = changing(instance, userId);
        boolean hadOne = user.passwordDigest() != null;
        user.setPassword(digest, clock.now());
        done(instance, "user.password_set", userId);
        if (hadOne) {
            notices.tell(instance, userId, "password_changed", JsonObject.EMPTY_JSON_OBJECT);
        }
    }

    /**
     * Replaces a digest of another kind by one of ours, of the same password, in a transaction of its own. A password that was changed
     * in the meantime stays.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void upgradePassword(Instance instance, String userId, String oldDigest, String newDigest) {
        rows.of(User.class, instance.id())
                .where("e.id = :user and e.passwordDigest = :old")
                .with("user", userId)
                .with("old", oldDigest)
                .with("fresh", newDigest)
                .update("e.passwordDigest = :fresh");
    }

    /** Sets or, with null, removes the user's picture. */
    public void show(Instance instance, String userId, String imageId) {
        changing(instance, userId).show(imageId, clock.now());
    }

    /** Notes a completed sign-in. Who was barred while it was under way is refused after all. */
    public void signedIn(Instance instance, String userId) {
        var user = rows.lockForChange(User.class, instance.id(), userId) // the new session refers to it
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        refuse(user);
        user.signedIn(clock.now());
    }

    /** Refuses a user who may not sign in: banned or locked by an administrator, or kept out by the lists of the instance. */
    public void refuseBarred(Instance instance, String userId) {
        refuse(require(instance, userId));
        restrictions.refuseSignIn(instance, () -> identifications.of(instance.id(), List.of(userId)));
    }

    private static void refuse(User user) {
        if (user.banned()) {
            throw UserProblem.USER_BANNED.refusal();
        }
        if (user.locked()) {
            throw UserProblem.USER_LOCKED.refusal();
        }
    }

    /** Tells the user and the app that too many wrong answers have locked the user, if there is such a user at all. */
    public void lockedOut(Instance instance, String userId) {
        rows.find(User.class, instance.id(), userId).ifPresent(user -> {
            updates.fire(new UserUpdated(instance.id(), userId));
            notices.tell(instance, userId, "account_locked", LockoutNotice.data(instance));
        });
    }

    /** Deletes the user and, by the foreign keys, all that is theirs. */
    public void delete(Instance instance, String userId) {
        departures.fire(new UserLeaving(instance.id(), userId));
        var user = lock(instance, userId);
        rows.remove(user);
        rows.flush();
        deletions.fire(new UserDeleted(instance.id(), userId, user.externalId()));
        done(instance, "user.deleted", userId);
    }

    private void done(Instance instance, String act, String userId) {
        audit.record(instance.id(), AuditAct.of(act, "user", userId));
    }

    private User require(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** The user, locked in order to be changed. */
    private User changing(Instance instance, String userId) {
        var user = lock(instance, userId);
        updates.fire(new UserUpdated(instance.id(), userId));
        return user;
    }

    private User lock(Instance instance, String userId) {
        return rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private void flush() {
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? UserProblem.EXTERNAL_ID_EXISTS.refusal("external_id") : e;
        }
    }

    private static UserView found(Map<String, UserView> views, String userId) {
        return Optional.ofNullable(views.get(userId)).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }
}
