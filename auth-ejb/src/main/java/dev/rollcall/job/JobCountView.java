package dev.rollcall.job;

/**
 * How many jobs an operator's word has changed.
 *
 * @param more whether as many as asked for were changed, so that there may be more
 */
public record JobCountView(String object, int count, boolean more) {

    static JobCountView of(String object, int count, int limit) {
        return new JobCountView(object, count, count == limit);
    }
}
