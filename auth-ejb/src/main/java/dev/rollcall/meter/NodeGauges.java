package dev.rollcall.meter;

import dev.rollcall.crypto.PasswordHasher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows how much this node's processors have to hash. */
@ApplicationScoped
class NodeGauges {

    private static final Metadata HASHING = Metadata.builder()
            .withName("rollcall_hashes_running")
            .withDescription("Passwords that are being hashed.")
            .build();
    private static final Metadata WAITING = Metadata.builder()
            .withName("rollcall_hashes_waiting")
            .withDescription("Passwords that wait for a processor to be hashed.")
            .build();

    @Inject
    private MetricRegistry registry;

    @Inject
    private PasswordHasher hasher;

    void show(@Observes Startup event) {
        registry.gauge(HASHING, hasher::running);
        registry.gauge(WAITING, hasher::waiting);
    }
}
