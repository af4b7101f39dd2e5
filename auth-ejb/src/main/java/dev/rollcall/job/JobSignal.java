package dev.rollcall.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes this node's workers when a transaction of this node has left work for them. */
@ApplicationScoped
public class JobSignal {

    private final Map<Priority, List<Bell>> bells = new EnumMap<>(Priority.class);

    public JobSignal() {
        for (var priority : Priority.values()) {
            bells.put(priority, new CopyOnWriteArrayList<>());
        }
    }

    /** A worker listens from now on. */
    public void join(Priority priority, Bell bell) {
        bells.get(priority).add(bell);
    }

    /** A worker listens no more. */
    public void part(Priority priority, Bell bell) {
        bells.get(priority).remove(bell);
    }

    /** How many of this node's workers listen for this priority. */
    public int workers(Priority priority) {
        return bells.get(priority).size();
    }

    /** There is work of this priority, due since {@code runAt}: one idle worker looks, or, where none is idle, whoever is free first. */
    public void wake(Priority priority, Instant runAt) {
        var all = bells.get(priority);
        for (var bell : all) {
            if (bell.isAwaited()) {
                bell.ring(runAt);
                return;
            }
        }
        all.forEach(bell -> bell.ring(runAt));
    }
}
