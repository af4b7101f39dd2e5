package dev.rollcall.web.shared;

import dev.rollcall.data.DatabaseState;
import dev.rollcall.meter.HeapGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Duration;
import java.util.Optional;

/** Whether this node can do its work: the database answers with a schema that we know, there is room in memory, and nobody is stopping us. */
@ApplicationScoped
public class Health {

    @Inject
    private DatabaseState database;

    @Inject
    private Drain drain;

    @Inject
    private HeapGuard heap;

    /** Anybody may ask, and nobody waits in a lane. */
    private final Remembered<Optional<String>> trouble = new Remembered<>(
            Duration.ofMillis(500), Optional.of("The database has not answered yet."), () -> database.trouble());

    /** Healthy, or not and why; {@code xForwardedFor} is what a proxy told us. */
    @JsonbNillable(false)
    public record View(String status, String message, String xForwardedFor) {

        static View healthy(String xForwardedFor) {
            return new View("healthy", null, xForwardedFor);
        }

        static View unhealthy(String message) {
            return new View("unhealthy", message, null);
        }

        /** Whether all is well. */
        @JsonbTransient
        public boolean isHealthy() {
            return message == null;
        }
    }

    /** How this node is. */
    public View get() {
        return amiss().map(View::unhealthy).orElseGet(() -> View.healthy(null));
    }

    private Optional<String> amiss() {
        if (drain.isUnderWay()) {
            return Optional.of("The server is stopping.");
        }
        return heap.isFull() ? Optional.of("The heap is full.") : trouble.get();
    }
}
