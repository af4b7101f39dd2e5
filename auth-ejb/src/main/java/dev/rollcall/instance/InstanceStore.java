package dev.rollcall.instance;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Roots;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances and their secret keys in the database. */
@ApplicationScoped
class InstanceStore {

    @Inject
    private Roots roots;

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    @Inject
    private ServerConfig config;

    @Inject
    private Event<InstanceCreated> created;

    /** The instance whose field has this value; the field is one of ours, never from a request. */
    Optional<Instance> where(String field, Object value) {
        return list("i." + field + " = :value", Map.of("value", value)).stream().findFirst();
    }

    /** An application's instances, development first. */
    List<Instance> of(String applicationId) {
        return list("i.applicationId = :application", Map.of("application", applicationId));
    }

    /** All instances of all applications. */
    List<Instance> all() {
        return list("1 = 1", Map.of());
    }

    /** The instance, locked for the rest of the transaction. */
    Optional<InstanceRow> lock(String id) {
        return roots.lock(InstanceRow.class, id);
    }

    /** An instance that has just been made, and the secret key that it was given. */
    record Created(InstanceRow row, String secretKey) {}

    /** Creates an instance with a secret key of its own; signing keys come by the event. */
    Created create(
            String applicationId, EnvironmentType type, String domain, boolean standard, InstanceSettings settings) {
        var address = new InstanceAddress(type, freeSlug(), domain);
        var row = roots.add(
                new InstanceRow(Ids.next(Prefix.INSTANCE), applicationId, address, settings, standard, clock.real()));
        roots.flush();
        var key = addSecretKey(row.id(), address);
        created.fire(new InstanceCreated(row.id()));
        return new Created(row, key);
    }

    /** A further secret key; answers the key itself. */
    String addSecretKey(String instanceId, InstanceAddress address) {
        var id = Ids.next(Prefix.SECRET_KEY);
        var raw = address.secretKeyPrefix() + Secrets.token();
        var sealed = sealer.seal(raw, SecretKey.context(instanceId, id));
        rows.add(new SecretKey(instanceId, id, Secrets.hash(raw), sealed, clock.real()));
        return raw;
    }

    /** The keys that have not expired, newest first. */
    List<SecretKey> secretKeys(String instanceId) {
        return rows.of(SecretKey.class, instanceId)
                .where("e.expireAt is null or e.expireAt > :now")
                .with("now", clock.real())
                .orderedBy("e.createdAt desc, e.id desc")
                .list();
    }

    /** The newest secret key itself, for operators. */
    Optional<String> secretKey(String instanceId) {
        return secretKeys(instanceId).stream()
                .findFirst()
                .map(key -> sealer.open(key.sealed(), SecretKey.context(instanceId, key.id())));
    }

    /** The secret key of this id, be it expired. */
    Optional<SecretKey> secretKey(String instanceId, String keyId) {
        return rows.find(SecretKey.class, instanceId, keyId);
    }

    /** The secret key of this hash, be it expired. */
    Optional<SecretKey> secretKeyByHash(String hash) {
        return roots
                .list(SecretKey.class, "select k from SecretKey k where k.hash = :hash", Map.of("hash", hash))
                .stream()
                .findFirst();
    }

    private String freeSlug() {
        String slug;
        do {
            slug = Slugs.random();
        } while (where("slug", slug).isPresent());
        return slug;
    }

    private List<Instance> list(String condition, Map<String, Object> parameters) {
        var jpql = "select i, a from InstanceRow i, Application a where a.id = i.applicationId and (" + condition
                + ") order by i.applicationId, i.type, i.id";
        return roots.list(Object[].class, jpql, parameters).stream()
                .map(pair -> view((InstanceRow) pair[0], (Application) pair[1]))
                .toList();
    }

    private Instance view(InstanceRow row, Application application) {
        var address = row.address();
        return new Instance(
                row.id(),
                application.id(),
                application.name(),
                address.type(),
                address.slug(),
                address.frontendHost(),
                address.baseUrl(config.publicUrl(), row.standard()),
                address.domain(),
                address.publishableKey(),
                new Instance.Images(application.logoImageId(), application.faviconImageId()),
                row.settings(),
                row.settingsVersion(),
                row.ahead());
    }
}
