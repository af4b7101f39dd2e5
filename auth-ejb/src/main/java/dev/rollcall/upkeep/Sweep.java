package dev.rollcall.upkeep;

/**
 * One kind of thing that becomes waste or is due from time to time: an application-scoped bean of the feature that owns it. Runs on a
 * schedule, instance by instance, in small transactions.
 */
public interface Sweep {

    /** What is swept, in snake case, for example {@code expired_sign_ins}. */
    String name();

    /** When it runs. */
    default Routine routine() {
        return Routine.CLEANUP;
    }

    /** Whether it concerns the server as a whole: it then runs once a round, with an empty instance id. */
    default boolean serverWide() {
        return false;
    }

    /**
     * Deals with at most so many of an instance's rows, in the caller's transaction. Answers how many; fewer than {@code atMost}
     * means that nothing is left.
     */
    int sweep(String instanceId, int atMost);
}
