package dev.rollcall.webhook;

/** Why an event is sent. */
enum Trigger {
    /** It happened. */
    SCHEDULED,
    /** Somebody asked for it again, and it is tried by the schedule. */
    MANUAL,
    /** Somebody asked for it again while it is being tried by the schedule: one attempt, beside that. */
    MANUAL_ONCE
}
