package dev.rollcall.webhook;

import dev.rollcall.data.Clock;
import dev.rollcall.json.Json;
import dev.rollcall.trace.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Puts an event's data into the envelope that receivers know ({@code WebhookEventPayload}). */
@ApplicationScoped
class Payloads {

    @Inject
    private Clock clock;

    /** The body of the request that tells of it; what caused it is the request that this thread answers. */
    JsonObject of(String instanceId, String type, JsonObject data) {
        var cause = Cause.current();
        return Json.createObjectBuilder()
                .add("data", data)
                .add(
                        "event_attributes",
                        Json.createObjectBuilder()
                                .add(
                                        "http_request",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "client_ip",
                                                        cause.map(Cause::ip).orElse(""))
                                                .add(
                                                        "user_agent",
                                                        cause.map(Cause::userAgent)
                                                                .orElse(""))))
                .add("instance_id", instanceId)
                .add("object", "event")
                .add("timestamp", clock.now().toEpochMilli())
                .add("type", type)
                .build();
    }
}
