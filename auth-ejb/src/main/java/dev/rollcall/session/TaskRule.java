package dev.rollcall.session;

import dev.rollcall.instance.Instance;

/** Says when one of the tasks is due. A feature brings the rule for its own task; there is one for each at most. */
public interface TaskRule {

    /** The task that this is about. */
    SessionTask task();

    /** Whether the user has it to do before an app counts the session. */
    boolean isDue(Instance instance, String userId);
}
