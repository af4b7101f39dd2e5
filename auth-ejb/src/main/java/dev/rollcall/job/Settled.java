package dev.rollcall.job;

import java.time.Duration;

/**
 * What becomes of a claimed job.
 *
 * @param fate how its row ends up
 * @param pause how long until it is tried again; zero where it is not
 * @param error of the attempt; null where it went well
 */
public record Settled(Lease lease, Fate fate, Duration pause, String error) {

    /** How a row ends up. */
    public enum Fate {
        DONE,
        DEAD,
        /** It is tried again, and this attempt counts. */
        RETRY,
        /** It is tried again, and this attempt does not count. */
        POSTPONED
    }

    /** Judges an attempt by its handler's schedule. */
    public static Settled of(Lease lease, Outcome outcome, RetrySchedule schedule) {
        if (outcome instanceof Outcome.Done) {
            return new Settled(lease, Fate.DONE, Duration.ZERO, null);
        }
        if (outcome instanceof Outcome.Postponed postponed) {
            return new Settled(lease, Fate.POSTPONED, postponed.pause(), postponed.reason());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return schedule.after(lease.job().attempt())
                    .map(wait -> new Settled(lease, Fate.RETRY, longer(wait, failed), failed.error()))
                    .orElseGet(() -> new Settled(lease, Fate.DEAD, Duration.ZERO, failed.error()));
        }
        return new Settled(lease, Fate.DEAD, Duration.ZERO, ((Outcome.Hopeless) outcome).error());
    }

    private static Duration longer(Duration wait, Outcome.Failed failed) {
        return failed.notBefore().filter(asked -> asked.compareTo(wait) > 0).orElse(wait);
    }
}
