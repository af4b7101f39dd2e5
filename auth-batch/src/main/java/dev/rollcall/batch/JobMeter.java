package dev.rollcall.batch;

import dev.rollcall.job.Lease;
import dev.rollcall.job.Priority;
import dev.rollcall.job.Settled;
import dev.rollcall.job.Settled.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts this node's attempts by outcome, and times them: how long a job was due before it began, and how long it took. */
@ApplicationScoped
class JobMeter {

    private static final Metadata ATTEMPTS = Metadata.builder()
            .withName("rollcall_job_attempts")
            .withDescription("Attempts by outcome: done, retry, dead, or postponed, which is none.")
            .build();
    private static final Metadata WAIT = Metadata.builder()
            .withName("rollcall_job_wait")
            .withDescription("From when a job was due until a worker began it.")
            .build();
    private static final Metadata RUN = Metadata.builder()
            .withName("rollcall_job_run")
            .withDescription("From when a worker began a job until it ended.")
            .build();

    /** The instruments of one priority and type: looked up once, for the registry's own look-up costs more than a no-op job. */
    private record Instruments(Timer waits, Timer runs, Map<Fate, Counter> attempts) {}

    private record Kind(Priority priority, String type) {}

    private final Map<Kind, Instruments> known = new ConcurrentHashMap<>();

    @Inject
    private MetricRegistry registry;

    void begun(Lease lease) {
        of(lease).waits.update(lease.waited().isNegative() ? Duration.ZERO : lease.waited());
    }

    void ended(Settled settled, long nanos) {
        var instruments = of(settled.lease());
        instruments.runs.update(Duration.ofNanos(nanos));
        instruments.attempts.get(settled.fate()).inc();
    }

    private Instruments of(Lease lease) {
        return known.computeIfAbsent(
                new Kind(lease.job().priority(), lease.job().type()), this::made);
    }

    private Instruments made(Kind kind) {
        var priority = new Tag("priority", kind.priority.wire());
        var type = new Tag("type", kind.type);
        var attempts = new EnumMap<Fate, Counter>(Fate.class);
        for (var fate : Fate.values()) {
            var outcome = new Tag("outcome", fate.name().toLowerCase(Locale.ROOT));
            attempts.put(fate, registry.counter(ATTEMPTS, priority, type, outcome));
        }
        return new Instruments(registry.timer(WAIT, priority, type), registry.timer(RUN, priority, type), attempts);
    }
}
