package dev.rollcall.session;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets sessions that ended long ago. */
@ApplicationScoped
class EndedSessions extends Leftovers {

    EndedSessions() {
        super("ended_sessions", "session", "updated_at", "status not in ('ACTIVE', 'PENDING')");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("SESSIONS", Duration.ofDays(30));
    }
}
