package dev.rollcall.webhook;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of webhooks. */
public enum WebhookProblem implements Problem {
    WEBHOOK_UID_EXISTS(Kind.CONFLICT, "already exists", "Another endpoint has this uid."),
    WEBHOOK_APPLICATION_EXISTS(
            Kind.CONFLICT,
            "already exists",
            "An instance is one application, and this one has another uid. Update it to rename it."),
    WEBHOOK_EVENT_EXISTS(Kind.CONFLICT, "already exists", "A message with this eventId exists already."),
    WEBHOOK_ENDPOINTS_EXHAUSTED(Kind.INVALID, "too many endpoints", "An instance has at most 50 endpoints."),
    WEBHOOK_ENDPOINT_DISABLED(Kind.CONFLICT, "endpoint is disabled", "Enable the endpoint before sending to it."),
    WEBHOOK_PORTAL_READ_ONLY(Kind.FORBIDDEN, "not allowed", "This portal token may look and not change."),
    WEBHOOK_LOOP(Kind.FORBIDDEN, "not allowed", "A webhook cannot manage webhooks: it would send itself for ever."),
    WEBHOOK_KEY_INVALID(
            Kind.UNAUTHENTICATED, "invalid key", "Send the instance's secret key or a portal token as a bearer token.");

    private final Kind kind;
    private final String message;
    private final String longMessage;

    WebhookProblem(Kind kind, String message, String longMessage) {
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
