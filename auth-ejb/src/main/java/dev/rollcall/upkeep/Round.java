package dev.rollcall.upkeep;

import dev.rollcall.data.SqlStates;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One run of a routine on this node, from where the last node left it. What fails in one instance is left for the next run. */
public final class Round {

    private static final Logger LOG = Logger.getLogger(Round.class.getName());
    private static final int AT_MOST = 1000;

    private final Claim claim;
    private final Schedules schedules;
    private final BiFunction<Stop, Integer, Integer> broom;
    private final Progress progress;
    private final Tour tour;
    private String error;
    private boolean over;

    /** @param broom runs a sweep in a transaction of its own */
    Round(
            Claim claim,
            Schedules schedules,
            List<Sweep> sweeps,
            Function<String, List<String>> instancesAfter,
            BiFunction<Stop, Integer, Integer> broom) {
        this.claim = claim;
        this.schedules = schedules;
        this.broom = broom;
        this.progress = Progress.of(schedules.progress(claim.routine()));
        this.tour = new Tour(sweeps, progress.checkpoint(), instancesAfter);
    }

    /** What to do next; empty at the end. */
    public Optional<Stop> next() {
        var stop = tour.next();
        over = stop.isEmpty();
        return stop;
    }

    /** Sweeps a little at a stop. Where there is more, the stop comes next again. */
    public void sweep(Stop stop) {
        try {
            int rows = broom.apply(stop, AT_MOST);
            progress.swept(stop, rows);
            if (rows >= AT_MOST) {
                tour.stay(stop);
                return;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> stop.sweep().name() + " failed in " + stop.instanceId());
            error = stop.sweep().name() + " in " + stop.instanceId() + ": " + reason(e);
            progress.failed(stop);
        }
        progress.passed(stop);
    }

    /** Writes down how far it has come, in the caller's transaction. */
    public void record() {
        schedules.advance(claim, progress.json(), error);
        error = null;
    }

    /** The run ends here: at its end, by a failure, or because this node stops. */
    public void end(Optional<Throwable> failure) {
        if (failure.isPresent()) {
            schedules.failed(claim, reason(failure.get()));
        } else if (over) {
            schedules.finished(claim);
        } else {
            schedules.released(claim);
        }
    }

    /** A failure's own message may hold what was to be written: it is for the log alone. */
    private static String reason(Throwable failure) {
        return SqlStates.of(failure)
                .map(state -> "the database answered " + state)
                .orElseGet(() -> failure.getClass().getSimpleName());
    }
}
