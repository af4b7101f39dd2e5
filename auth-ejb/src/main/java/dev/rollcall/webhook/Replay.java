package dev.rollcall.webhook;

import dev.rollcall.input.Input;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;

/**
 * Which events an endpoint is to be sent again, and how far that has come.
 *
 * @param which what is chosen among the events of the span
 * @param types null for all
 * @param status how it stands; empty for any
 * @param statusClass the hundred of the last answer; -1 for any
 * @param from events up to and including this time and id are done
 */
record Replay(Which which, List<String> types, String status, int statusClass, Instant from, String id, Instant until) {

    /** What is chosen. */
    enum Which {
        FAILED,
        MISSING,
        FILTERED
    }

    static Replay failed(Span span) {
        return new Replay(Which.FAILED, null, "", -1, span.from(), "", span.until());
    }

    static Replay missing(Span span) {
        return new Replay(Which.MISSING, null, "", -1, span.from(), "", span.until());
    }

    static Replay filtered(Span span, Input body) {
        return new Replay(
                Which.FILTERED,
                Filters.names(body, "eventTypes").orElse(null),
                Filters.status(body).map(Enum::name).orElse(""),
                Filters.statusClass(body, "statusCodeClass").orElse(-1),
                span.from(),
                "",
                span.until());
    }

    /** The same, done up to this event. */
    Replay after(Instant at, String eventId) {
        return new Replay(which, types, status, statusClass, at, eventId, until);
    }

    boolean wants(String type) {
        return types == null || types.contains(type);
    }

    JsonObject toJson(String endpointId) {
        var json = Json.createObjectBuilder()
                .add("endpoint_id", endpointId)
                .add("which", which.name())
                .add("status", status)
                .add("status_class", statusClass)
                .add("from", from.toEpochMilli())
                .add("after_id", id)
                .add("until", until.toEpochMilli());
        if (types != null) {
            json.add("types", Json.createArrayBuilder(types));
        }
        return json.build();
    }

    static Replay ofJson(JsonObject json) {
        return new Replay(
                Which.valueOf(json.getString("which")),
                json.containsKey("types") ? json.getJsonArray("types").getValuesAs(JsonString::getString) : null,
                json.getString("status"),
                json.getInt("status_class"),
                Instant.ofEpochMilli(json.getJsonNumber("from").longValue()),
                json.getString("after_id"),
                Instant.ofEpochMilli(json.getJsonNumber("until").longValue()));
    }
}
