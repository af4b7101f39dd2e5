package dev.rollcall.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.data.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;

/**
 * Who is to be told of what, as this node knows it: every change of a user asks, and most instances tell nobody. A new endpoint is
 * known here at once and on other nodes within two seconds.
 */
@ApplicationScoped
class Subscriptions {

    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final int INSTANCES = 10_000;

    private final Cache<String, List<Subscription>> known =
            Caffeine.newBuilder().maximumSize(INSTANCES).expireAfterWrite(LIFE).build();

    @Inject
    private Rows rows;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** One enabled endpoint; a list that is null takes everything. */
    record Subscription(String endpointId, List<String> types, List<String> channels) {

        boolean takes(String type, List<String> ofChannels) {
            boolean rightType = types == null || types.contains(type);
            return rightType
                    && (channels == null
                            || (ofChannels != null && ofChannels.stream().anyMatch(channels::contains)));
        }
    }

    boolean any(String instanceId) {
        return !of(instanceId).isEmpty();
    }

    /** The endpoints that an event goes to. */
    List<String> of(String instanceId, String type, List<String> channels) {
        return of(instanceId).stream()
                .filter(subscription -> subscription.takes(type, channels))
                .map(Subscription::endpointId)
                .toList();
    }

    /** The instance's endpoints change in this transaction. */
    void changing(String instanceId) {
        transaction.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {
                // nothing has changed yet
            }

            @Override
            public void afterCompletion(int status) {
                known.invalidate(instanceId); // a look that is under way is waited for
            }
        });
    }

    private List<Subscription> of(String instanceId) {
        return known.get(instanceId, this::asked);
    }

    private List<Subscription> asked(String instanceId) {
        return rows.of(Endpoint.class, instanceId).where("e.disabled = false").list().stream()
                .map(Endpoint::subscription)
                .toList();
    }
}
