package dev.rollcall.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How the queue of the whole server stood at one moment.
 *
 * @param takenAt by this node's clock; the epoch where nothing was counted yet
 */
public record QueueReport(Instant takenAt, List<QueueLine> lines) {

    static final QueueReport NONE = new QueueReport(Instant.EPOCH, List.of());

    public QueueReport {
        lines = List.copyOf(lines);
    }

    /** How long the job of this priority has been due that has waited for longest. */
    public Duration oldestDue(Priority priority) {
        return lines.stream()
                .filter(line -> line.priority() == priority)
                .map(QueueLine::oldestDue)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** How many jobs have been given up. */
    public long dead() {
        return lines.stream().mapToLong(QueueLine::dead).sum();
    }
}
