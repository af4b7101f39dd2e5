package dev.rollcall.security;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What is refused about the places that browsers are sent to. */
public enum RedirectProblem implements Problem {
    INVALID_REDIRECT_URL(
            Kind.INVALID,
            "Invalid redirect URL",
            "The redirect_url must be an absolute URL, without a user name, that all browsers read the same way."),
    PROHIBITED_REDIRECT_URL(
            Kind.INVALID,
            "Prohibited redirect URL",
            "The redirect_url must begin with https, or with http on this machine, or with a scheme of your app's own."),
    REDIRECT_URL_DOMAIN_MISMATCH(
            Kind.INVALID,
            "Redirect URL is elsewhere",
            "The redirect_url must be on this application's domain or in its list of redirect URLs."),
    /** The wire's spelling. */
    RESOURCE_MISSMATCH(
            Kind.BAD_REQUEST,
            "Resource mismatch",
            "The redirect_url is not in this application's list of redirect URLs."),
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
