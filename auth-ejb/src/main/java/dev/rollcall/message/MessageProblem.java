package dev.rollcall.message;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of messages, and of trying out a channel with one. */
public enum MessageProblem implements Problem {
    CHANNEL_NOT_TESTABLE(
            Kind.BAD_REQUEST,
            "Nothing to test",
            "This instance sends nothing by itself: its messages are captured, or handed over to the app."),
    UNSUPPORTED_COUNTRY_CODE(
            Kind.FORBIDDEN,
            "Unsupported country code",
            "Phone numbers from this country are not supported at the moment."),
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
