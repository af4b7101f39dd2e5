package dev.rollcall.waitlist;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of the waitlist. */
public enum WaitlistProblem implements Problem {
    WAITLIST_NOT_ENABLED(
            Kind.FORBIDDEN, "Waitlist not enabled", "There is no waitlist for this application at the moment."),
    WAITLIST_ENTRY_NOT_OPEN(
            Kind.CONFLICT, "Waitlist entry not open", "This waitlist entry is no longer in a state that allows this.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    WaitlistProblem(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
