package dev.rollcall.run;

import java.time.Duration;

/** A wait between two looks at something outside this process. */
final class Pause {

    static void of(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted.");
        }
    }

    private Pause() {}
}
