package dev.rollcall.message;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of messages, templates and channels. */
public enum MessageProblem implements Problem {
    TEMPLATE_SYNTAX_INVALID(Kind.INVALID, "is no valid template", "This is not a valid Handlebars template."),
    TEMPLATE_TOO_COSTLY(Kind.INVALID, "does too much", "This template does more, or writes more, than a message may."),
    TEMPLATE_VARIABLE_MISSING(
            Kind.INVALID, "lacks a required variable", "The message would be pointless without this variable."),
    CHANNEL_NOT_TESTABLE(
            Kind.BAD_REQUEST,
            "Nothing to test",
            "This instance sends nothing by itself: its messages are captured, or handed over to the app."),
    MESSAGE_NOT_REPLAYABLE(
            Kind.CONFLICT,
            "Message cannot be sent anew",
            "Only a message that has failed can be sent anew, and one with a code only until the code expires.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    MessageProblem(Kind kind, String message, String longMessage) {
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
