package dev.rollcall.web.shared;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What the web layer itself refuses, before any service is asked. */
public enum WebProblem implements Problem {
    REQUEST_URI_INVALID(
            Kind.BAD_REQUEST, "Request address invalid", "The path or query of the request is not well-formed."),
    MISSING_QUERY_PARAMETER(
            Kind.BAD_REQUEST,
            "Missing query parameter",
            "Either of the following query parameters must be provided: publishable_key, frontend_api."),
    HOST_INVALID(
            Kind.BAD_REQUEST,
            "Invalid host",
            "We were unable to attribute this request to an instance running on Rollcall. "
                    + "Make sure that your publishable key and your proxy or host name are right."),
    ORIGIN_INVALID(
            Kind.FORBIDDEN,
            "Invalid HTTP Origin header",
            "The request's Origin header is not the instance's domain or one of its subdomains."),
    HTTPS_REQUIRED(
            Kind.FORBIDDEN,
            "HTTPS required",
            "This instance is reached by https alone, and the request came by plain http. If a proxy of yours speaks https for it, "
                    + "name the proxy's address in TRUSTED_PROXIES and let it send X-Forwarded-Proto."),
    CLERK_KEY_INVALID(
            Kind.UNAUTHENTICATED,
            "The provided secret key is invalid",
            "The provided secret key is invalid. Make sure that it is a secret key of this server and was not revoked."),
    PLATFORM_TOKEN_INVALID(
            Kind.UNAUTHENTICATED,
            "The provided platform token is invalid",
            "The provided platform token is invalid or was revoked."),
    PROXY_HEADER_MISSING(
            Kind.BAD_REQUEST,
            "is missing",
            "A proxy passes on its address, a secret key and the browser's address, and names the domain."),
    FORM_PARAM_MISSING(
            Kind.BAD_REQUEST,
            "File missing",
            "The request must carry one file, as multipart field \"file\" or as its whole body.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    WebProblem(Kind kind, String message, String longMessage) {
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
