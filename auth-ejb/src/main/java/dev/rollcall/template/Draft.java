package dev.rollcall.template;

import dev.rollcall.job.Priority;

/**
 * A message put into words, before anybody has it.
 *
 * @param deliveredByUs whether this server delivers such messages; if not, the app does
 */
public record Draft(MessageText text, Priority priority, boolean deliveredByUs) {

    /** Whether it holds a code or a link that a person waits for, and that expires. */
    public boolean isUrgent() {
        return priority == Priority.URGENT;
    }
}
