package dev.rollcall.message;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets messages: what they say is of no use for long, and holds addresses. */
@ApplicationScoped
class OldMessages extends Leftovers {

    OldMessages() {
        super("old_messages", "message", "created_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("MESSAGES", Duration.ofDays(30));
    }
}
