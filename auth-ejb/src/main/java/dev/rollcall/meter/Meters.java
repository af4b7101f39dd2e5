package dev.rollcall.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what this node does. Counters are looked up once, for the registry's own look-up costs more than many a request. */
@ApplicationScoped
public class Meters {

    private record Counted(Metered what, List<Tag> tags) {}

    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

    @Inject
    private MetricRegistry registry;

    /** Counts one, without tags. */
    public void count(Metered what) {
        counter(new Counted(what, List.of()));
    }

    /** Counts one with one tag; its values are few and never come from a request. */
    public void count(Metered what, String tag, String value) {
        counter(new Counted(what, List.of(new Tag(tag, value))));
    }

    private void counter(Counted counted) {
        counters.computeIfAbsent(counted, this::made).inc();
    }

    private Counter made(Counted counted) {
        var metadata = Metadata.builder()
                .withName(counted.what().metric())
                .withDescription(counted.what().description())
                .build();
        return registry.counter(metadata, counted.tags().toArray(Tag[]::new));
    }
}
