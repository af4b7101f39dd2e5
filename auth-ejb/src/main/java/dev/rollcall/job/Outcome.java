package dev.rollcall.job;

import java.time.Duration;
import java.util.Optional;

/** How an attempt ended. */
public sealed interface Outcome {

    /** The work is done. */
    record Done() implements Outcome {}

    /**
     * It failed and may work later: the retry schedule decides when, and after its last attempt the job is dead.
     *
     * @param error for operators, without secrets or addresses
     * @param notBefore a wait that the other side asked for ({@code Retry-After}), where it is longer than the schedule's
     */
    record Failed(String error, Optional<Duration> notBefore) implements Outcome {}

    /** It cannot work, however often it is tried: the job is dead at once. */
    record Hopeless(String error) implements Outcome {}

    /** It was not tried, because what it needs is known to be away (an open circuit breaker, a full bulkhead): this is no attempt. */
    record Postponed(String reason, Duration pause) implements Outcome {}

    static Outcome done() {
        return new Done();
    }

    static Outcome failed(String error) {
        return new Failed(error, Optional.empty());
    }

    static Outcome hopeless(String error) {
        return new Hopeless(error);
    }

    static Outcome postponed(String reason, Duration pause) {
        return new Postponed(reason, pause);
    }
}
