package dev.rollcall.job;

import java.util.concurrent.CompletionStage;

/**
 * Does the jobs of one type: an application-scoped bean, found by its type. A job may be run more than once (a node may die after the
 * work and before it is noted), so what it does is either idempotent or carries an id that stays the same.
 */
public interface JobHandler {

    /** The type whose jobs this does, for example {@code webhook.deliver}. */
    String type();

    /** When a failed attempt is repeated. */
    default RetrySchedule retries() {
        return RetrySchedule.WITHIN_AN_HOUR;
    }

    /**
     * Runs one attempt, outside of any transaction. Short work is done at once, in the thread of the partition; what waits for others
     * (a mail server, a customer's server) must be asynchronous, for the partition's other jobs wait behind this call. An exception,
     * thrown or in the stage, is a failed attempt.
     */
    CompletionStage<Outcome> run(Job job);

    /**
     * Told when a job is dead, before that is recorded and outside of any transaction; it may be told twice.
     *
     * @param error that of the last attempt
     */
    default void gaveUp(Job job, String error) {}
}
