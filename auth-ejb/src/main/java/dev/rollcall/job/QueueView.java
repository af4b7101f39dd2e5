package dev.rollcall.job;

import java.util.Arrays;
import java.util.List;

/**
 * The queue of the whole server as its operators see it.
 *
 * @param countedAt when it was counted: a few seconds ago, or longer where there is very much to count
 * @param oldestUntriedUrgentMs the age of the oldest urgent job that nobody has tried yet
 */
public record QueueView(
        String object,
        long countedAt,
        long oldestUntriedUrgentMs,
        List<PriorityView> priorities,
        List<TypeView> types) {

    /** The jobs of one priority. */
    public record PriorityView(
            String priority, long due, long scheduled, long running, long dead, long oldestDueMs, int workers) {}

    /** The jobs of one priority and type. */
    public record TypeView(
            String priority, String type, long due, long scheduled, long running, long dead, long oldestDueMs) {}

    static QueueView of(QueueState state, JobSignal signal) {
        var report = state.report();
        var priorities = Arrays.stream(Priority.values())
                .map(priority -> priority(report, priority, signal.workers(priority)))
                .toList();
        var types = report.lines().stream().map(QueueView::type).toList();
        return new QueueView(
                "queue", report.takenAt().toEpochMilli(), state.untriedUrgent().toMillis(), priorities, types);
    }

    private static PriorityView priority(QueueReport report, Priority priority, int workers) {
        var lines = report.lines().stream()
                .filter(line -> line.priority() == priority)
                .toList();
        return new PriorityView(
                priority.wire(),
                lines.stream().mapToLong(QueueLine::due).sum(),
                lines.stream().mapToLong(QueueLine::scheduled).sum(),
                lines.stream().mapToLong(QueueLine::running).sum(),
                lines.stream().mapToLong(QueueLine::dead).sum(),
                report.oldestDue(priority).toMillis(),
                workers);
    }

    private static TypeView type(QueueLine line) {
        return new TypeView(
                line.priority().wire(),
                line.type(),
                line.due(),
                line.scheduled(),
                line.running(),
                line.dead(),
                line.oldestDue().toMillis());
    }
}
