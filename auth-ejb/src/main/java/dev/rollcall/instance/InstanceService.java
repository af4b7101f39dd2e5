package dev.rollcall.instance;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Finds instances. Every look-up is cached on this node; a change is seen at once here and within two seconds on other nodes. */
@ApplicationScoped
public class InstanceService {

    /** Whose a secret key is, and until when. */
    private record Holder(String keyId, String instanceId, Instant expireAt) {}

    /** An instance and the secret key of its that was shown, by the id of its row. */
    public record Shown(Instance instance, String keyId) {}

    @Inject
    private InstanceStore instances;

    @Inject
    private InstanceCache cache;

    @Inject
    private Clock clock;

    /** The instance of this id. */
    public Optional<Instance> byId(String id) {
        return by("id", id);
    }

    /**
     * The instance that a host names, with or without a port: a development slug host or a production domain's {@code clerk.}
     * host.
     */
    public Optional<Instance> byHost(String host) {
        return by("frontendHost", host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", ""));
    }

    /** The instance of a path prefix. */
    public Optional<Instance> bySlug(String slug) {
        return by("slug", slug);
    }

    /** Whether this node has an answer already to whose path prefix this is, nobody's included. */
    public boolean knowsSlug(String slug) {
        return cache.knows(Instance.class, "slug", slug);
    }

    /** The same of a secret key. */
    public boolean knowsKey(String rawKey) {
        return cache.knows(Holder.class, "hash", Secrets.hash(rawKey));
    }

    /** The instance of an application that is named by its id or by its environment; any other is refused. */
    public Instance named(String applicationId, String environmentOrId) {
        return instances.of(applicationId).stream()
                .filter(i -> i.id().equals(environmentOrId)
                        || i.type().name().toLowerCase(Locale.ROOT).equals(environmentOrId))
                .findFirst()
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** The instance that a secret key belongs to. */
    public Optional<Instance> bySecretKey(String rawKey) {
        return shown(rawKey).map(Shown::instance);
    }

    /** The same, with the key's own id. */
    public Optional<Shown> shown(String rawKey) {
        if (!rawKey.startsWith("sk_")) {
            return Optional.empty();
        }
        return cache.get(Holder.class, "hash", Secrets.hash(rawKey), this::holder)
                .filter(this::isLive)
                .flatMap(holder -> byId(holder.instanceId).map(of -> new Shown(of, holder.keyId)));
    }

    /** Whether the secret key of this id still opens the instance. */
    public boolean isOpenedBy(String instanceId, String keyId) {
        return cache.get(Holder.class, "key of " + instanceId, keyId, id -> instances
                        .secretKey(instanceId, id)
                        .map(key -> new Holder(key.id(), instanceId, key.expireAt())))
                .filter(this::isLive)
                .isPresent();
    }

    /** How far the test clock of this instance is ahead of the world; zero without one. */
    public Duration ahead(String id) {
        return byId(id).map(Instance::ahead).orElse(Duration.ZERO);
    }

    /** The instance of a request that names none: the first development instance. */
    public Optional<Instance> standard() {
        return cache.get(Instance.class, "standard", "", none -> instances.where("standard", true));
    }

    private Optional<Instance> by(String field, String value) {
        return cache.get(Instance.class, field, value, v -> instances.where(field, v));
    }

    private boolean isLive(Holder holder) {
        return holder.expireAt == null || clock.real().isBefore(holder.expireAt);
    }

    private Optional<Holder> holder(String hash) {
        return instances.secretKeyByHash(hash).map(key -> new Holder(key.id(), key.instanceId(), key.expireAt()));
    }
}
