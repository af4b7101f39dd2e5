package dev.rollcall.passkey;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.verification.SignedChallenge;
import dev.rollcall.verification.SignedChallenges;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks for the signature of a passkey, and judges it. */
@Stateless
public class PasskeyAssertions {

    private static final int CHALLENGE_BYTES = 32;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private SignedChallenges challenges;

    @Inject
    private AuditLog audit;

    /** Whether the user has a passkey. */
    public boolean any(Instance instance, String userId) {
        return rows.of(Passkey.class, instance.id())
                .where("e.userId = :user and e.credentialId is not null")
                .with("user", userId)
                .exists();
    }

    /**
     * Asks the page of this origin for a signature; answers the verification's id.
     *
     * @param userId whose passkeys will do; empty for those of whoever it is, also where nobody may learn whether there are any
     */
    public String ask(Instance instance, Optional<String> origin, Optional<String> userId) {
        var party = RelyingParty.of(instance, origin);
        var keys = userId.map(user -> keys(instance, user, party)).orElse(List.of());
        var options = Options.request(party, keys, Secrets.bytes(CHALLENGE_BYTES), challenges.lifetime(instance));
        return challenges.issue(
                instance, Strategy.PASSKEY, new SignedChallenge(options.toString(), null, party.origin()));
    }

    /**
     * Whose key an answer ({@code public_key_credential}) claims to be of; empty for nobody's. Nothing is proved by it, and where nobody was
     * named before the authenticator has to say whose the key is (WebAuthn, 7.2 step 6).
     */
    public Optional<String> holder(Instance instance, String credential) {
        var answer = PublicKeyCredential.of(credential);
        return key(instance, answer.id()).map(Passkey::userId).filter(userId -> answer.bytes("userHandle")
                .isPresent());
    }

    /** Judges the answer to a challenge, in a transaction of its own, and notes what the authenticator says of the key. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Verdict judge(Instance instance, String userId, String verificationId, String credential) {
        var answer = PublicKeyCredential.of(credential);
        return challenges.attempt(
                instance,
                verificationId,
                Strategy.PASSKEY,
                asked -> isRight(instance, userId, Options.terms(asked.nonce(), asked.origin()), answer),
                PasskeyProblem.PASSKEY_AUTHENTICATION_FAILURE);
    }

    private boolean isRight(Instance instance, String userId, Ceremonies.Terms terms, PublicKeyCredential answer) {
        var found = key(instance, answer.id())
                .filter(key -> key.userId().equals(userId)
                        && key.rpId().equals(terms.party().id()))
                .flatMap(key -> rows.lock(Passkey.class, instance.id(), key.id()));
        if (found.isEmpty() || !namesNobodyElse(answer, userId)) {
            return false;
        }
        var key = found.get();
        var outcome = Ceremonies.assertion(
                terms, new Ceremonies.Kept(key.credentialId(), key.credential(), key.state()), answer);
        return outcome instanceof Ceremonies.Outcome.Signed signed && isAdmitted(instance, key, signed.state());
    }

    private boolean isAdmitted(Instance instance, Passkey key, KeyState shown) {
        long kept = key.state().signCount();
        boolean admitted =
                CounterRule.of(instance.settings().passkey().signCount()).admits(kept, shown.signCount());
        if (!CounterRule.grew(kept, shown.signCount())) {
            audit.record(
                    instance.id(),
                    AuditAct.of("passkey.clone_suspected", "passkey", key.id())
                            .changing(
                                    Json.createObjectBuilder()
                                            .add("sign_count", kept)
                                            .build(),
                                    Json.createObjectBuilder()
                                            .add("sign_count", shown.signCount())
                                            .add("admitted", admitted)
                                            .build()));
        }
        if (admitted) {
            key.used(shown, clock.now());
        }
        return admitted;
    }

    private List<Passkey> keys(Instance instance, String userId, RelyingParty party) {
        return rows.of(Passkey.class, instance.id())
                .where("e.userId = :user and e.rpId = :party and e.credentialId is not null")
                .with("user", userId)
                .with("party", party.id())
                .orderedBy("e.createdAt, e.id")
                .list();
    }

    private Optional<Passkey> key(Instance instance, String credentialId) {
        return rows.of(Passkey.class, instance.id())
                .where("e.credentialId = :id")
                .with("id", credentialId)
                .first();
    }

    /** An authenticator that says whose the key is says it rightly (WebAuthn, 7.2 step 6). */
    private static boolean namesNobodyElse(PublicKeyCredential answer, String userId) {
        return answer.bytes("userHandle")
                .map(handle -> Arrays.equals(handle, userId.getBytes(StandardCharsets.UTF_8)))
                .orElse(true);
    }
}
