package dev.rollcall.upkeep;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The way through all sweeps of a routine, by name, and for each through all instances, by id. It may begin in the middle. */
final class Tour {

    private final Deque<Sweep> sweeps;
    private final Function<String, List<String>> instancesAfter;
    private final Deque<String> known = new ArrayDeque<>();
    private String instance;
    private Stop again;

    /** @param instancesAfter some of the instances behind one of them, by id; none where that was the last */
    Tour(List<Sweep> sweeps, Progress.Checkpoint from, Function<String, List<String>> instancesAfter) {
        this.sweeps = new ArrayDeque<>(sweeps.stream()
                .filter(s -> s.name().compareTo(from.sweep()) > 0 || s.name().equals(from.sweep()) && !s.serverWide())
                .sorted(Comparator.comparing(Sweep::name))
                .toList());
        var first = this.sweeps.peek();
        this.instance = first != null && first.name().equals(from.sweep()) ? from.instance() : "";
        this.instancesAfter = instancesAfter;
    }

    /** Where to go now; empty at the end. */
    Optional<Stop> next() {
        if (again != null) {
            var stop = again;
            again = null;
            return Optional.of(stop);
        }
        while (!sweeps.isEmpty()) {
            if (sweeps.peek().serverWide()) {
                return Optional.of(new Stop(sweeps.poll(), ""));
            }
            if (known.isEmpty()) {
                known.addAll(instancesAfter.apply(instance));
            }
            if (!known.isEmpty()) {
                instance = known.poll();
                return Optional.of(new Stop(sweeps.peek(), instance));
            }
            sweeps.poll();
            instance = "";
        }
        return Optional.empty();
    }

    /** There is more to do at this stop. */
    void stay(Stop stop) {
        again = stop;
    }
}
