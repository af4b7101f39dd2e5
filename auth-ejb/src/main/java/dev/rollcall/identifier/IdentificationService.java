package dev.rollcall.identifier;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Knows which identifier names which user. The database decides who has one: a verified identifier is unique in its instance. */
@Stateless
public class IdentificationService {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Event<IdentificationChanged> news;

    /** Who is named by this text, whatever kind of identifier it is. Unverified claims name nobody. */
    public Optional<Identified> named(Instance instance, String text) {
        return rows.of(Identification.class, instance.id())
                .where("e.canonical = :canonical and (e.verified = true or e.reserved = true)")
                .with("canonical", Identifiers.canonical(text))
                .first()
                .map(Identification::seen);
    }

    /** Who signs in by this text: somebody named so, in a way that the instance uses for that. */
    public Optional<Identified> signingIn(Instance instance, String text) {
        return rows
                .of(Identification.class, instance.id())
                .where("e.canonical = :canonical and (e.verified = true or e.reserved = true)")
                .with("canonical", Identifiers.canonical(text))
                .list()
                .stream()
                .map(Identification::seen)
                .filter(i -> i.namesAtSignIn(instance))
                .min(Comparator.comparing(
                        i -> i.type() == IdentifierType.USERNAME)); // one may look like another's wallet
    }

    /** All identifications of some users, oldest first, in one query. */
    public List<Identified> of(String instanceId, Collection<String> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : rows
                        .of(Identification.class, instanceId)
                        .where("e.userId in :users")
                        .with("users", userIds)
                        .orderedBy("e.createdAt, e.id")
                        .list()
                        .stream()
                        .map(Identification::seen)
                        .toList();
    }

    /** One identification of a user, or a refusal. */
    public Identified require(String instanceId, String userId, String identificationId) {
        return own(instanceId, userId, identificationId).seen();
    }

    /** The identification of that id, whosever it is. */
    public Optional<Identified> find(Instance instance, String identificationId) {
        return rows.find(Identification.class, instance.id(), identificationId).map(Identification::seen);
    }

    /** Refuses an identifier that a user other than this one has. */
    public void refuseTaken(Instance instance, IdentifierType type, String identifier, String byUserId) {
        named(instance, identifier)
                .filter(i -> i.type() == type && !i.userId().equals(byUserId))
                .ifPresent(i -> {
                    throw taken(type);
                });
    }

    /** Gives a user an identifier that counts at once; {@code verificationId} is what verified it, null for a user name. */
    public Identified addVerified(
            Instance instance, String userId, IdentifierType type, String identifier, String verificationId) {
        refuseTaken(instance, type, identifier, userId);
        var identification = new Identification(instance.id(), userId, type, identifier, clock.now());
        identification.verifiedBy(verificationId, clock.now());
        rows.add(identification);
        flush(type);
        changed(instance.id(), userId);
        return identification.seen();
    }

    /** Gives a user an identifier that is kept for them before they have proved it (Backend API, {@code reserved}). */
    public Identified addReserved(Instance instance, String userId, IdentifierType type, String identifier) {
        refuseTaken(instance, type, identifier, userId);
        var identification = new Identification(instance.id(), userId, type, identifier, clock.now());
        identification.reserve();
        rows.add(identification);
        flush(type);
        changed(instance.id(), userId);
        return identification.seen();
    }

    /** Notes an identifier that the user claims and has yet to prove. */
    public Identified claim(Instance instance, String userId, IdentifierType type, String identifier) {
        refuseTaken(instance, type, identifier, userId);
        return claimUnseen(instance, userId, type, identifier);
    }

    /** The same without a word on whether somebody else has it; whoever proves it finds out. */
    public Identified claimUnseen(Instance instance, String userId, IdentifierType type, String identifier) {
        var identification = rows.add(new Identification(instance.id(), userId, type, identifier, clock.now()));
        flush(type);
        changed(instance.id(), userId);
        return identification.seen();
    }

    /** Notes the challenge that was sent for an identification. */
    public void challenged(String instanceId, String userId, String identificationId, String verificationId) {
        own(instanceId, userId, identificationId).challengedBy(verificationId, clock.now());
        changed(instanceId, userId);
    }

    /** The identification is proved; refuses when somebody else has proved the same in the meantime. */
    public void verified(Instance instance, String userId, String identificationId, String verificationId) {
        var identification = own(instance.id(), userId, identificationId);
        identification.verifiedBy(verificationId, clock.now());
        flush(identification.seen().type());
        changed(instance.id(), userId);
    }

    /** The identification is proved no more: it names nobody, and others may prove it. */
    public void unverified(Instance instance, String userId, String identificationId) {
        own(instance.id(), userId, identificationId).unverified(clock.now());
        changed(instance.id(), userId);
    }

    /** Takes all identifications of a kind away, at once, so that the same may be given anew. */
    public void removeAll(Instance instance, String userId, IdentifierType type) {
        rows.of(Identification.class, instance.id())
                .where("e.userId = :user and e.type = :type")
                .with("user", userId)
                .with("type", type)
                .locked()
                .list()
                .forEach(rows::remove);
        rows.flush();
        changed(instance.id(), userId);
    }

    /**
     * Keeps a proved phone number for the second step of signing in, or gives it back to the first. There has to be something else that
     * names the user. The first one that is kept is the default.
     */
    public void reserveForSecondFactor(Instance instance, String userId, String phoneNumberId, boolean reserved) {
        var phone = own(instance.id(), userId, phoneNumberId);
        if (reserved && !phone.seen().verified()) {
            throw IdentifierProblem.IDENTIFICATION_UPDATE_SECOND_FACTOR_UNVERIFIED.refusal();
        }
        var others = of(instance.id(), List.of(userId)).stream()
                .filter(i -> !i.id().equals(phoneNumberId))
                .toList();
        if (reserved && others.stream().noneMatch(i -> i.namesAtSignIn(instance))) {
            throw IdentifierProblem.IDENTIFICATION_UPDATE_FAILED.refusal();
        }
        phone.reserveForSecondFactor(reserved, clock.now());
        rows.flush();
        var kept = others.stream().filter(Identified::reservedForSecondFactor).toList();
        if (kept.stream().noneMatch(Identified::defaultSecondFactor)) {
            if (reserved) {
                phone.beDefaultSecondFactor(true, clock.now());
            } else if (!kept.isEmpty()) {
                own(instance.id(), userId, kept.get(0).id()).beDefaultSecondFactor(true, clock.now());
            }
        }
        changed(instance.id(), userId);
    }

    /** Asks this phone number first among those that are kept for the second step. */
    public void makeDefaultSecondFactor(Instance instance, String userId, String phoneNumberId) {
        var phone = own(instance.id(), userId, phoneNumberId);
        if (!phone.seen().reservedForSecondFactor()) {
            throw IdentifierProblem.IDENTIFICATION_UPDATE_SECOND_FACTOR_UNVERIFIED
                    .refusal("default_second_factor")
                    .saying("Only a phone number that is kept for the second step can be the default there.");
        }
        of(instance.id(), List.of(userId)).stream()
                .filter(Identified::defaultSecondFactor)
                .forEach(i -> own(instance.id(), userId, i.id()).beDefaultSecondFactor(false, clock.now()));
        rows.flush(); // there is one default at a time
        phone.beDefaultSecondFactor(true, clock.now());
        changed(instance.id(), userId);
    }

    /** Sets or removes the user's name; null removes. */
    public void username(Instance instance, String userId, String username) {
        var current = rows.of(Identification.class, instance.id())
                .where("e.userId = :user and e.type = :type")
                .with("user", userId)
                .with("type", IdentifierType.USERNAME)
                .first();
        if (username == null) {
            current.ifPresent(rows::remove);
        } else if (current.isEmpty()) {
            addVerified(instance, userId, IdentifierType.USERNAME, username, null);
        } else {
            refuseTaken(instance, IdentifierType.USERNAME, username, userId);
            current.get().rename(username, clock.now());
            flush(IdentifierType.USERNAME);
        }
        changed(instance.id(), userId);
    }

    /** Takes an identification away. Whether it may go is the caller's rule. */
    public void remove(String instanceId, String userId, String identificationId) {
        var gone = own(instanceId, userId, identificationId);
        boolean wasDefault = gone.seen().defaultSecondFactor();
        rows.remove(gone);
        if (wasDefault) {
            rows.flush();
            of(instanceId, List.of(userId)).stream()
                    .filter(Identified::reservedForSecondFactor)
                    .findFirst()
                    .ifPresent(i -> own(instanceId, userId, i.id()).beDefaultSecondFactor(true, clock.now()));
        }
        changed(instanceId, userId);
    }

    private void changed(String instanceId, String userId) {
        news.fire(new IdentificationChanged(instanceId, userId));
    }

    private Identification own(String instanceId, String userId, String identificationId) {
        return rows.lock(Identification.class, instanceId, identificationId)
                .filter(i -> i.seen().userId().equals(userId))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private void flush(IdentifierType type) {
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? taken(type) : e;
        }
    }

    private static Refusal taken(IdentifierType type) {
        return IdentifierProblem.FORM_IDENTIFIER_EXISTS
                .refusal(type.wire())
                .saying(
                        switch (type) {
                            case EMAIL_ADDRESS -> "That email address is taken. Please try another.";
                            case PHONE_NUMBER -> "That phone number is taken. Please try another.";
                            case USERNAME -> "That username is taken. Please try another.";
                            case WEB3_WALLET -> "That wallet is taken. Please try another.";
                        });
    }
}
