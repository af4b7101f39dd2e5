package dev.rollcall.security;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about the places that browsers are sent to. */
public enum RedirectProblem implements Problem {
    REDIRECT_URL_INVALID(
            Kind.BAD_REQUEST, "Invalid redirect URL", "The redirect_url must be an absolute URL of this application."),
    INVALID_URL_SCHEME(
            Kind.INVALID,
            "Invalid URL scheme",
            "Please provide a URL with https or with a scheme of your app's own; with http on this machine alone.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    RedirectProblem(Kind kind, String message, String longMessage) {
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
