package dev.rollcall.key;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Tenancies;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Replaces signing keys. The next key is published a while before it signs, so that whoever has cached the key set learns of it in time;
 * the last ones stay published until no token of theirs is of any use. Off unless an instance asks for it: an app that was given the
 * key itself, as PEM, knows no other.
 */
@Stateless
public class KeyRotation {

    /** Twice as long as the SDKs keep a key set. */
    private static final long USUAL_DELAY_SECONDS = 600;

    private static final long LONGEST_DELAY_SECONDS = Duration.ofDays(30).toSeconds();

    /** Nobody waits for a rotation that is only due. */
    private static final Duration LEAD = Duration.ofDays(1);

    @Inject
    private AuditLog audit;

    @Inject
    private SigningKeyStore keys;

    @Inject
    private Tenancies tenancies;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** The keys, newest first. */
    public List<SigningKeyView> list(Instance instance) {
        var overlap = overlap(instance);
        return keys.rows(instance.id()).stream()
                .map(key -> SigningKeyView.of(key, clock.real(), overlap))
                .toList();
    }

    /**
     * Publishes a new key, which signs after {@code delay_seconds}. With {@code revoke_previous} it signs at once and no token of any
     * other key is good any more: for a key that has got into wrong hands.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<SigningKeyView> rotate(Instance instance, Input body) {
        body.only(Set.of("delay_seconds", "revoke_previous"));
        boolean revoke = body.flag("revoke_previous", false);
        var delay = delay(body, revoke);
        var pair = RsaKeys.generate(); // takes its time, so before anything is locked
        return transactions.required(() -> {
            tenancies.change();
            var previous = keys.rows(instance.id());
            succeed(instance, previous, pair, clock.real().plus(delay), revoke);
            return list(instance);
        });
    }

    /** Publishes the next key if the instance's setting says that it is time, and takes away those whose time is long over. */
    public int rotateIfDue(Instance instance) {
        var all = keys.rows(instance.id());
        if (!isDue(instance, all) && expired(instance, all).isEmpty()) {
            return 0;
        }
        var pair = RsaKeys.generate();
        tenancies.change(); // from here on no other node does the same
        all = keys.rows(instance.id());
        var expired = expired(instance, all);
        expired.forEach(keys::remove);
        if (isDue(instance, all)) {
            succeed(instance, all, pair, clock.real().plus(LEAD), false);
            return expired.size() + 1;
        }
        return expired.size();
    }

    private void succeed(
            Instance instance, List<SigningKey> previous, KeyPair pair, Instant signsFrom, boolean revoke) {
        var newest = previous.get(0);
        if (revoke) {
            previous.forEach(keys::remove);
        } else if (newest.signsFrom().isAfter(clock.real())) {
            throw KeyProblem.SIGNING_KEY_PENDING.refusal();
        } else {
            newest.retire(signsFrom);
        }
        var kid = kidAfter(newest.id(), instance.id());
        keys.add(instance.id(), kid, pair, signsFrom);
        var how =
                Json.createObjectBuilder().add("revoked_previous", revoke).add("signs_from", signsFrom.toEpochMilli());
        audit.record(
                instance.id(),
                AuditAct.of("signing_key.rotated", "signing_key", kid).changing(null, how.build()));
    }

    /** The first key bears the instance's id alone. Numbers go on from the newest key, so none comes twice. */
    private static String kidAfter(String kid, String instanceId) {
        int number = kid.equals(instanceId) ? 1 : Integer.parseInt(kid.substring(instanceId.length() + 1));
        return instanceId + "_" + (number + 1);
    }

    private boolean isDue(Instance instance, List<SigningKey> newestFirst) {
        var lifetime = Duration.ofDays(instance.settings().keys().lifetimeDays());
        return !lifetime.isZero()
                && !newestFirst.get(0).signsFrom().plus(lifetime).minus(LEAD).isAfter(clock.real());
    }

    private List<SigningKey> expired(Instance instance, List<SigningKey> all) {
        var before = clock.real().minus(overlap(instance));
        return all.stream()
                .filter(key -> key.retiredAt() != null && key.retiredAt().isBefore(before))
                .toList();
    }

    private static Duration overlap(Instance instance) {
        return Duration.ofDays(instance.settings().keys().overlapDays());
    }

    private static Duration delay(Input body, boolean revoke) {
        long seconds = body.number("delay_seconds").orElse(revoke ? 0 : USUAL_DELAY_SECONDS);
        if (seconds < 0 || seconds > (revoke ? 0 : LONGEST_DELAY_SECONDS)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("delay_seconds")
                    .saying("delay_seconds must be between 0 and " + LONGEST_DELAY_SECONDS
                            + ", and 0 where previous keys are revoked.");
        }
        return Duration.ofSeconds(seconds);
    }
}
