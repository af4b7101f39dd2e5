package dev.rollcall.data;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
public final class FixedClock extends Clock {

    private Instant now = Instant.parse("2026-03-01T12:00:00.500Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant real() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
