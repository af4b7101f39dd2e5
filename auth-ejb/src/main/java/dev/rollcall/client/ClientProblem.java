package dev.rollcall.client;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused to a browser that we cannot place. */
public enum ClientProblem implements Problem {
    DEV_BROWSER_UNAUTHENTICATED(
            Kind.UNAUTHENTICATED,
            "Browser unauthenticated",
            "Unable to authenticate this browser for your development instance."),
    HOST_INVALID(Kind.BAD_REQUEST, "Invalid host", "Only development instances have dev browsers.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    ClientProblem(Kind kind, String message, String longMessage) {
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
