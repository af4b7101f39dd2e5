package dev.rollcall.batch;

import dev.rollcall.channel.ChannelHealth;
import dev.rollcall.channel.ChannelState;
import dev.rollcall.data.DatabaseFailure;
import dev.rollcall.job.Priority;
import dev.rollcall.job.QueueLine;
import dev.rollcall.job.QueueState;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Has the queue counted every five seconds, or less often where counting takes long, so that it never takes more than a twentieth of
 * one connection's time; and shows what was counted as metrics. A scrape reads memory only.
 */
@Singleton
@Startup
@DependsOn("auth-ejb.jar#Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class QueueGauges {

    private static final Logger LOG = Logger.getLogger(QueueGauges.class.getName());
    private static final int PAUSE_FACTOR = 19;
    private static final Metadata JOBS = Metadata.builder()
            .withName("rollcall_jobs")
            .withDescription("Jobs of all instances: due, scheduled for later, running, dead.")
            .build();
    private static final Metadata OLDEST_DUE = Metadata.builder()
            .withName("rollcall_jobs_oldest_due_seconds")
            .withDescription("How long the oldest job has been due that no worker has.")
            .build();
    private static final Metadata UNTRIED_URGENT = Metadata.builder()
            .withName("rollcall_jobs_oldest_untried_urgent_seconds")
            .withDescription("The age of the oldest urgent job that nobody has tried yet.")
            .build();

    private static final Metadata BREAKER = Metadata.builder()
            .withName("rollcall_channel_breaker_open")
            .withDescription("1 while the breaker of the server's channel is open on this node.")
            .build();
    private static final Metadata POSTPONED = Metadata.builder()
            .withName("rollcall_channel_postponed")
            .withDescription("How often a message had to wait for the server's channel since this node's start.")
            .build();
    private static final Metadata RESTING = Metadata.builder()
            .withName("rollcall_channel_resting_destinations")
            .withDescription("Instances' own servers that this node leaves alone for a while.")
            .build();

    private final Set<String> shown = new HashSet<>();
    private long notBefore = System.nanoTime();

    @Inject
    private QueueState queue;

    @Inject
    private ChannelHealth channels;

    @Inject
    private MetricRegistry registry;

    @PostConstruct
    void show() {
        registry.gauge(UNTRIED_URGENT, () -> seconds(queue.untriedUrgent()));
        for (var channel : channels.states()) {
            var tag = new Tag("channel", channel.name());
            registry.gauge(BREAKER, () -> channel(channel.name()).open() ? 1 : 0, tag);
            registry.gauge(POSTPONED, () -> channel(channel.name()).postponed(), tag);
        }
        registry.gauge(RESTING, channels::restingDestinations);
        count();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void count() {
        try {
            queue.look();
            long begin = System.nanoTime();
            if (begin >= notBefore) {
                queue.count().lines().forEach(this::show);
                long end = System.nanoTime();
                notBefore = end + PAUSE_FACTOR * (end - begin);
            }
        } catch (DatabaseFailure e) {
            LOG.log(Level.WARNING, "the queue cannot be counted: {0}", e.getMessage());
        }
    }

    private void show(QueueLine line) {
        if (shown.add(line.priority() + " " + line.type())) {
            show(line, "due", QueueLine::due);
            show(line, "scheduled", QueueLine::scheduled);
            show(line, "running", QueueLine::running);
            show(line, "dead", QueueLine::dead);
            registry.gauge(
                    OLDEST_DUE,
                    () -> sum(line.priority(), line.type(), l -> l.oldestDue().toMillis()) / 1000.0,
                    new Tag("priority", line.priority().wire()),
                    new Tag("type", line.type()));
        }
    }

    private void show(QueueLine first, String state, ToLongFunction<QueueLine> number) {
        var tags = new Tag[] {
            new Tag("priority", first.priority().wire()), new Tag("type", first.type()), new Tag("state", state)
        };
        registry.gauge(JOBS, () -> sum(first.priority(), first.type(), number), tags);
    }

    /** Zero as soon as the last of them is gone. */
    private long sum(Priority priority, String type, ToLongFunction<QueueLine> number) {
        return queue.report().lines().stream()
                .filter(line -> line.priority() == priority && line.type().equals(type))
                .mapToLong(number)
                .sum();
    }

    private ChannelState channel(String name) {
        return channels.states().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
