package dev.rollcall.trace;

import java.util.Optional;

/**
 * What this thread works for: the request that is being answered, or the one that once asked for the job that is being run. It names and
 * never decides: no rule may depend on it.
 *
 * @param traceId 32 hex digits, shared by the answer, the log lines and the jobs of a request
 * @param ip the caller's address, through trusted proxies only; empty where it is not known
 * @param userAgent what the caller calls itself; empty where it is not known
 */
public record Cause(String traceId, String ip, String userAgent) {

    private static final ThreadLocal<Cause> CURRENT = new ThreadLocal<>();

    /** The cause of what this thread does now; empty for work that nobody asked for. */
    public static Optional<Cause> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** A job's cause: only the trace id outlives the request. */
    public static Cause ofJob(String traceId) {
        return new Cause(traceId, "", "");
    }

    /** This thread works for this cause until {@link #leave}. */
    public void enter() {
        CURRENT.set(this);
    }

    /** This thread works for nobody any more. */
    public static void leave() {
        CURRENT.remove();
    }
}
