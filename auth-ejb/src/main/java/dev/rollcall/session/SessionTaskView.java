package dev.rollcall.session;

import java.util.List;

/** Something that a pending session waits for. */
public record SessionTaskView(String key) {

    /** The tasks as the wire shows them: null where there are none. */
    public static List<SessionTaskView> of(SessionFacts session) {
        return session.tasks().isEmpty()
                ? null
                : session.tasks().stream()
                        .map(task -> new SessionTaskView(task.wire()))
                        .toList();
    }
}
