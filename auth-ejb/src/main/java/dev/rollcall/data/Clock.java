package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What time it is. Every rule about time asks here, so that a test can answer. */
@ApplicationScoped
public class Clock {

    /** Now, in whole milliseconds, as the wire and the database keep it. */
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
