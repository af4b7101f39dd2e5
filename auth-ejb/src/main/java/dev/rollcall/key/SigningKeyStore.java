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

/** Signing keys in the database, private halves sealed, and parsed ones on this node. */
@ApplicationScoped
class SigningKeyStore {

    private static final int INSTANCES = 10_000;

    private final Cache<String, InstanceKeys> parsed =
            Caffeine.newBuilder().maximumSize(INSTANCES).build();

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    /** The instance's keys; costs no statement once they are known here. */
    InstanceKeys of(String instanceId) {
        return parsed.get(instanceId, this::read);
    }

    void create(@Observes InstanceCreated created) {
        var instanceId = created.instanceId();
        var pair = RsaKeys.generate();
        var sealed = sealer.sealBytes(pair.getPrivate().getEncoded(), SigningKey.context(instanceId, instanceId));
        rows.add(new SigningKey(instanceId, instanceId, pair.getPublic().getEncoded(), sealed, clock.now()));
    }

    void forget(@Observes TenancyChanged changed) {
        parsed.invalidateAll();
    }

    private InstanceKeys read(String instanceId) {
        var key = rows.find(SigningKey.class, instanceId, instanceId)
                .orElseThrow(() -> new IllegalStateException("instance " + instanceId + " has no signing key"));
        var privateKey = sealer.openBytes(key.sealedPrivateKey(), SigningKey.context(instanceId, key.id()));
        return new InstanceKeys(key.id(), RsaKeys.publicKey(key.publicKey()), RsaKeys.privateKey(privateKey));
    }
}
