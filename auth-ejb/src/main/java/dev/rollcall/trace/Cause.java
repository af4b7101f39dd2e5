package dev.rollcall.trace;

import java.util.Optional;

/**
 * What this thread works for: the request that is being answered, or the one that once asked for the job that is being run. It names; of
 * what it holds, rules may depend on the actor alone, and only to show less.
 *
 * @param traceId 32 hex digits, shared by the answer, the log lines and the jobs of a request
 * @param ip the caller's address, through trusted proxies only; empty where it is not known
 * @param userAgent what the caller calls itself; empty where it is not known
 * @param actor who it is, as far as has been proved by now
 */
public record Cause(String traceId, String ip, String userAgent, Actor actor) {

    private static final ThreadLocal<Cause> CURRENT = new ThreadLocal<>();

    /** The cause of what this thread does now; empty for work that nobody asked for. */
    public static Optional<Cause> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** A request that has shown nothing of who sends it yet. */
    public static Cause ofRequest(String traceId, String ip, String userAgent) {
        return new Cause(traceId, ip, userAgent, Actor.ANONYMOUS);
    }

    /** A job's cause: only the trace id outlives the request. */
    public static Cause ofJob(String traceId, String jobId) {
        return new Cause(traceId, "", "", Actor.job(jobId));
    }

    /** It has been proved who this thread works for; it does so until {@link #leave}. Without a cause there is nobody to name. */
    public static void actor(Actor proved) {
        var cause = CURRENT.get();
        if (cause != null) {
            new Cause(cause.traceId, cause.ip, cause.userAgent, proved).enter();
        }
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
