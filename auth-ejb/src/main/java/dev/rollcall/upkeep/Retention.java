package dev.rollcall.upkeep;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;

/**
 * How long what is over is kept: {@code ROLLCALL_RETENTION_MESSAGES} and so on, each an ISO 8601 duration such as {@code P30D} or
 * {@code PT12H}.
 */
@ApplicationScoped
public class Retention {

    @Inject
    private ServerConfig config;

    @Inject
    private Clock clock;

    /** What is older than this may go. */
    public Timestamp cutoff(String what, Duration otherwise) {
        var kept = config.duration("ROLLCALL_RETENTION_" + what, otherwise);
        return Timestamp.from(clock.now().minus(kept));
    }
}
