package dev.rollcall.channel;

import dev.rollcall.template.Medium;
import jakarta.json.JsonObject;

/**
 * Which way an instance's messages of one medium go. Secrets are never shown.
 *
 * @param kind {@code smtp}, {@code sendgrid}, {@code twilio}, {@code inbox}, {@code webhook} or {@code none}
 * @param own whether the instance has set it; else it is the inbox or the server's
 * @param settings of an own channel
 * @param breaker {@code open} while this node sends nothing by the server's channel because it keeps failing, else {@code closed}; null
 *     for an own channel
 */
public record ChannelView(
        String object,
        String id,
        String medium,
        String kind,
        boolean own,
        JsonObject settings,
        String breaker,
        Long createdAt,
        Long updatedAt) {

    static ChannelView of(Medium medium, ChannelRow row) {
        return new ChannelView(
                "message_channel",
                medium.wire(),
                medium.wire(),
                row.kind().wire(),
                true,
                row.settings(),
                null,
                row.createdAt().toEpochMilli(),
                row.updatedAt().toEpochMilli());
    }

    /** What is used where the instance has set nothing. */
    static ChannelView byDefault(Medium medium, String kind, boolean open) {
        return new ChannelView(
                "message_channel",
                medium.wire(),
                medium.wire(),
                kind,
                false,
                JsonObject.EMPTY_JSON_OBJECT,
                open ? "open" : "closed",
                null,
                null);
    }
}
