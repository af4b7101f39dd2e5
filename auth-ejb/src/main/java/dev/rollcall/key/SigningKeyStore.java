package dev.rollcall.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.InstanceCreated;
import dev.rollcall.instance.TenancyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Signing keys in the database, private halves sealed, and parsed ones on this node. */
@ApplicationScoped
class SigningKeyStore {

    private static final int INSTANCES = 10_000;

    /** A slow reader that began before a change cannot put its keys in front of those who ask after it. */
    private record Known(long generation, String instanceId) {}

    private final Cache<Known, InstanceKeys> parsed =
            Caffeine.newBuilder().maximumSize(INSTANCES).build();
    private final AtomicLong generation = new AtomicLong();

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** The instance's keys; costs no statement once they are known here. */
    InstanceKeys of(String instanceId) {
        return parsed.get(new Known(generation.get(), instanceId), known -> read(known.instanceId));
    }

    /** The rows, newest first. */
    List<SigningKey> rows(String instanceId) {
        return rows.of(SigningKey.class, instanceId)
                .orderedBy("e.signsFrom desc, e.createdAt desc")
                .list();
    }

    SigningKey add(String instanceId, String kid, KeyPair pair, Instant signsFrom) {
        var sealed = sealer.sealBytes(pair.getPrivate().getEncoded(), SigningKey.context(instanceId, kid));
        return rows.add(
                new SigningKey(instanceId, kid, pair.getPublic().getEncoded(), sealed, clock.real(), signsFrom));
    }

    void remove(SigningKey key) {
        rows.remove(key);
    }

    /** The first key is named by its instance, as verifiers that know no other way expect. */
    void create(@Observes InstanceCreated created) {
        add(created.instanceId(), created.instanceId(), RsaKeys.generate(), clock.real());
    }

    void forget(@Observes TenancyChanged changed) {
        generation.incrementAndGet();
        parsed.invalidateAll();
    }

    private InstanceKeys read(String instanceId) {
        var keys = rows(instanceId).stream().map(this::parsed).toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException("instance " + instanceId + " has no signing key");
        }
        return new InstanceKeys(keys);
    }

    private InstanceKeys.Timed parsed(SigningKey key) {
        var privateKey = sealer.openBytes(key.sealedPrivateKey(), SigningKey.context(key.instanceId(), key.id()));
        var pair = new SigningPair(key.id(), RsaKeys.publicKey(key.publicKey()), RsaKeys.privateKey(privateKey));
        return new InstanceKeys.Timed(pair, key.signsFrom());
    }
}
