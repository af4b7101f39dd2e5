package dev.rollcall.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who waits for a job. Each priority has its own partitions and threads: a flood in one never delays another. */
public enum Priority {
    /** A person at a form: codes and links. */
    URGENT(0),
    /** A customer's server: webhooks. */
    HIGH(1),
    /** Nobody in particular: notifications, imports. */
    NORMAL(2),
    /** Nobody: cleaning up. */
    LOW(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** What is stored: 0 waits least. */
    int rank() {
        return rank;
    }

    /** The priority that is stored so. */
    static Priority ofRank(int rank) {
        return Arrays.stream(values()).filter(p -> p.rank == rank).findFirst().orElseThrow();
    }

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority of that name on the wire. */
    public static Optional<Priority> ofWire(String wire) {
        return Arrays.stream(values()).filter(p -> p.wire().equals(wire)).findFirst();
    }
}
