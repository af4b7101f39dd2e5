package dev.rollcall.passkey;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.OneLine;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.SignedChallenge;
import dev.rollcall.verification.SignedChallenges;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Keeps the passkeys of users. A passkey counts from the moment that its authenticator has answered. */
@Stateless
public class PasskeyService {

    /** Nobody has more devices, and a list of keys to choose from gets no better. */
    private static final int MOST = 10;

    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_NAME = 256;

    /** A registration that was given up leaves a row behind, which the next one takes away. */
    private static final Duration GIVEN_UP = Duration.ofHours(1);

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private SignedChallenges challenges;

    @Inject
    private VerificationService verifications;

    @Inject
    private Event<PasskeysChanged> news;

    @Inject
    private AuditLog audit;

    /** The registered passkeys of some users, oldest first, in a constant number of queries. */
    public Map<String, List<PasskeyView>> views(Instance instance, Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        var found = rows.of(Passkey.class, instance.id())
                .where("e.userId in :users and e.credentialId is not null")
                .with("users", userIds)
                .orderedBy("e.createdAt, e.id")
                .list();
        var registrations = verifications.views(
                instance.id(), found.stream().map(Passkey::verificationId).toList());
        return found.stream()
                .collect(Collectors.groupingBy(
                        Passkey::userId,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                key -> key.view(registrations.get(key.verificationId())), Collectors.toList())));
    }

    /**
     * Begins to register a passkey: what the browser needs for it is in the view's verification.
     *
     * @param origin of the page that will do it
     * @param name for the user to recognise it by
     */
    public PasskeyView begin(Instance instance, Optional<String> origin, PasskeyOwner owner, String name) {
        var now = clock.now();
        var all = rows.of(Passkey.class, instance.id())
                .where("e.userId = :user")
                .with("user", owner.userId())
                .orderedBy("e.id")
                .locked()
                .list();
        var kept = all.stream().filter(key -> !isGivenUp(key, now)).toList();
        all.stream().filter(key -> !kept.contains(key)).forEach(rows::remove);
        if (kept.size() >= MOST) {
            throw PasskeyProblem.PASSKEY_QUOTA_EXCEEDED
                    .refusal()
                    .saying("You have reached your limit of " + MOST + " passkeys per account.");
        }
        var party = RelyingParty.of(instance, origin);
        var options = Options.creation(
                party,
                instance.shownName(),
                owner,
                kept.stream().filter(Passkey::isRegistered).toList(),
                Secrets.bytes(CHALLENGE_BYTES),
                challenges.lifetime(instance));
        var verificationId = challenges.issue(
                instance, Strategy.PASSKEY, new SignedChallenge(options.toString(), null, party.origin()));
        var passkey =
                rows.add(new Passkey(instance.id(), owner.userId(), shortened(name), party.id(), verificationId, now));
        rows.flush();
        return view(instance, passkey);
    }

    /** Takes the answer of the authenticator ({@code public_key_credential}), outside of transactions of the caller's. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Registration answer(Instance instance, String verificationId, String credential) {
        var answer = PublicKeyCredential.of(credential);
        var registered = new AtomicReference<Registered>();
        challenges
                .attempt(
                        instance,
                        verificationId,
                        Strategy.PASSKEY,
                        asked -> {
                            registered.set(Ceremonies.registration(Options.terms(asked.nonce(), asked.origin()), answer)
                                    .orElse(null));
                            return registered.get() != null;
                        },
                        PasskeyProblem.PASSKEY_REGISTRATION_FAILURE)
                .orRefuse("public_key_credential");
        return new Registration(registered.get());
    }

    /** The challenge that a registration waits for the answer to. */
    public String verificationOf(Instance instance, String userId, String passkeyId) {
        return own(instance, userId, passkeyId).verificationId();
    }

    /** Keeps a key that was made; refuses one that somebody has already. */
    public PasskeyView register(Instance instance, String userId, String passkeyId, Registration registration) {
        var passkey = own(instance, userId, passkeyId);
        verifications.verified(instance, passkey.verificationId());
        passkey.register(registration.made(), clock.now());
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? PasskeyProblem.PASSKEY_REGISTRATION_FAILURE.refusal() : e;
        }
        changed(instance, passkey, "passkey.created");
        return view(instance, passkey);
    }

    /** One passkey of a user, registered or not. */
    public PasskeyView get(Instance instance, String userId, String passkeyId) {
        return view(instance, own(instance, userId, passkeyId));
    }

    /** Gives a passkey another name. */
    public PasskeyView rename(Instance instance, String userId, String passkeyId, String name) {
        var passkey = own(instance, userId, passkeyId);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal("name")
                    .saying("name must have 1 to " + LONGEST_NAME + " characters.");
        }
        passkey.rename(OneLine.checked("name", name.strip()), clock.now());
        changed(instance, passkey, "passkey.renamed");
        return view(instance, passkey);
    }

    /** Takes a passkey away; answers the name that it had. */
    public String remove(Instance instance, String userId, String passkeyId) {
        var passkey = own(instance, userId, passkeyId);
        rows.remove(passkey);
        changed(instance, passkey, "passkey.deleted");
        return passkey.name();
    }

    private void changed(Instance instance, Passkey passkey, String act) {
        news.fire(new PasskeysChanged(instance.id(), passkey.userId()));
        audit.record(instance.id(), AuditAct.of(act, "passkey", passkey.id()));
    }

    private Passkey own(Instance instance, String userId, String passkeyId) {
        return rows.lock(Passkey.class, instance.id(), passkeyId)
                .filter(key -> key.userId().equals(userId))
                .orElseThrow(PasskeyProblem.PASSKEY_NOT_REGISTERED::refusal);
    }

    private PasskeyView view(Instance instance, Passkey passkey) {
        return passkey.view(
                verifications.view(instance.id(), passkey.verificationId()).orElse(null));
    }

    private static boolean isGivenUp(Passkey key, Instant now) {
        return !key.isRegistered() && key.begunBefore(now.minus(GIVEN_UP));
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
