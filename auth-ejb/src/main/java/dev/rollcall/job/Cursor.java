package dev.rollcall.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From where one worker looks for due jobs. Looking from the very beginning is right always, and slow while an old snapshot keeps the
 * index full of what is done. So most looks begin where the last one ended. A job that is older than that, for its transaction took longer than
 * others, is told of by its committer ({@link #back}), or found by the next look at everything.
 */
public final class Cursor {

    /** Between two looks at everything; dead nodes' jobs, and late ones of other nodes, wait so long at most. */
    private static final long EVERYTHING_NANOS = Duration.ofSeconds(5).toNanos();

    private Instant from = Instant.EPOCH;
    private long lookedAtEverything = System.nanoTime() - EVERYTHING_NANOS;
    private boolean everything;

    /** From where to look now. */
    Instant start() {
        everything = System.nanoTime() - lookedAtEverything >= EVERYTHING_NANOS;
        return everything ? Instant.EPOCH : from;
    }

    /**
     * What a look found.
     *
     * @param newest since when the newest job that was claimed had been due; empty where none was
     * @param full whether there may be more behind it
     */
    void moved(Optional<Instant> newest, boolean full) {
        if (everything) {
            lookedAtEverything = System.nanoTime();
        }
        newest.filter(due -> everything && full || due.isAfter(from)).ifPresent(due -> from = due);
    }

    /** There is a job that has been due since then. */
    public void back(Instant runAt) {
        if (runAt.isBefore(from)) {
            from = runAt;
        }
    }
}
