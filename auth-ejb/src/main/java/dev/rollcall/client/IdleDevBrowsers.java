package dev.rollcall.client;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets dev browsers that never became a client; those that did go with it. */
@ApplicationScoped
class IdleDevBrowsers extends Leftovers {

    IdleDevBrowsers() {
        super("idle_dev_browsers", "dev_browser", "created_at", "client_id is null");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("UNUSED_CLIENTS", Duration.ofDays(1));
    }
}
