package dev.rollcall.error;

/** Refusals that every feature shares: fields of a request, missing things, people we do not know. */
public enum CommonProblem implements Problem {
    FORM_PARAM_NIL(Kind.INVALID, "is missing", "A required field is missing."),
    FORM_PARAM_UNKNOWN(Kind.INVALID, "is unknown", "This field is not known here."),
    FORM_PARAM_TYPE_INVALID(Kind.INVALID, "is of the wrong type", "This field has the wrong type."),
    FORM_PARAM_FORMAT_INVALID(Kind.INVALID, "is invalid", "This field has an invalid format."),
    FORM_PARAM_VALUE_INVALID(Kind.INVALID, "is invalid", "This value is not allowed here."),
    FORM_PARAM_MAX_LENGTH_EXCEEDED(Kind.INVALID, "is too long", "This value is too long."),
    REQUEST_BODY_INVALID(
            Kind.BAD_REQUEST,
            "Request body invalid",
            "The request body is not valid. Please consult the API documentation."),
    REQUEST_BODY_TOO_LARGE(Kind.TOO_LARGE, "Request body too large", "The request body is too large."),
    RESOURCE_NOT_FOUND(Kind.NOT_FOUND, "Resource not found", "The resource was not found."),
    DUPLICATE_RECORD(Kind.BAD_REQUEST, "duplicate record", "There is one like it already."),
    AUTHENTICATION_INVALID(
            Kind.UNAUTHENTICATED,
            "Invalid authentication",
            "Unable to authenticate the request, you need to supply an active session."),
    AUTHORIZATION_INVALID(Kind.FORBIDDEN, "Unauthorized request", "You are not authorized to perform this request."),
    TOO_MANY_REQUESTS(Kind.TOO_MANY, "Too many requests", "Too many requests. Please try again in a bit."),
    SERVICE_UNAVAILABLE(Kind.UNAVAILABLE, "Service unavailable", "The service is busy. Please try again in a moment."),
    INTERNAL_ERROR(
            Kind.UNAVAILABLE,
            "Internal error",
            "Something went wrong on our side. The trace id finds it in the server's log.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    CommonProblem(Kind kind, String message, String longMessage) {
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
