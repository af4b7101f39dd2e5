package dev.rollcall.web.health;

import dev.rollcall.channel.ChannelHealth;
import dev.rollcall.channel.ChannelState;
import dev.rollcall.config.ServerConfig;
import dev.rollcall.job.JobSignal;
import dev.rollcall.job.Priority;
import dev.rollcall.job.QueueState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** What the readiness answer tells of background work: from memory, so that a probe costs nothing. */
@ApplicationScoped
class WorkDetails {

    private static final int LIMIT_SECONDS = 60;

    @Inject
    private QueueState queue;

    @Inject
    private JobSignal signal;

    @Inject
    private ChannelHealth channels;

    @Inject
    private ServerConfig config;

    void addTo(HealthCheckResponseBuilder response) {
        var oldest = queue.untriedUrgent();
        var limit = Duration.ofSeconds(config.number("ROLLCALL_URGENT_JOB_AGE_LIMIT", LIMIT_SECONDS));
        boolean late = oldest.compareTo(limit) > 0;
        response.withData("urgent_jobs", late ? "late" : "on time")
                .withData("oldest_urgent_job_seconds", oldest.toSeconds())
                .withData("dead_jobs", queue.report().dead())
                .withData("queue_workers", workers())
                .withData("open_breakers", openBreakers())
                .withData("resting_mail_servers", channels.restingDestinations());
    }

    private String openBreakers() {
        return channels.states().stream()
                .filter(ChannelState::open)
                .map(ChannelState::name)
                .collect(Collectors.joining(", "));
    }

    private long workers() {
        return Arrays.stream(Priority.values()).mapToLong(signal::workers).sum();
    }
}
