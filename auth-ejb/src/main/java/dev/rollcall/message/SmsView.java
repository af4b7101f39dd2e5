package dev.rollcall.message;

import dev.rollcall.page.Payload;
import dev.rollcall.template.MessageText;
import jakarta.json.JsonObject;

/**
 * A text message, in the shape of the {@code sms.created} event and a little more.
 *
 * @param fromPhoneNumber the sender; empty where the channel chooses it
 * @param phoneNumberId the identification written to; null where nobody has the number yet
 */
public record SmsView(
        String object,
        String id,
        String slug,
        String fromPhoneNumber,
        String toPhoneNumber,
        String phoneNumberId,
        String userId,
        String message,
        String otpCode,
        JsonObject data,
        String status,
        boolean deliveredByClerk,
        String jobId,
        String error,
        Long finishedAt,
        long createdAt)
        implements MessageView {

    static SmsView of(Message message, MessageText text) {
        return new SmsView(
                "sms_message",
                message.id(),
                message.slug(),
                text.from(),
                message.recipient(),
                message.addressId(),
                message.userId(),
                text.bodyPlain(),
                text.otpCode(),
                text.data(),
                message.status().wire(),
                message.isDeliveredByUs(),
                message.jobId(),
                message.error(),
                message.finishedAt() == null ? null : message.finishedAt().toEpochMilli(),
                message.createdAt().toEpochMilli());
    }

    /** The schema asks for {@code created_at_ms}, its example shows {@code created_at}: both are sent. */
    @Override
    public JsonObject payload() {
        return new Payload()
                .add("id", id)
                .add("object", object)
                .add("slug", slug)
                .add("from_phone_number", fromPhoneNumber)
                .add("to_phone_number", toPhoneNumber)
                .add("phone_number_id", phoneNumberId)
                .add("user_id", userId)
                .add("message", message)
                .add("status", status)
                .add("data", data)
                .add("delivered_by_clerk", deliveredByClerk)
                .add("created_at", createdAt)
                .add("created_at_ms", createdAt)
                .build();
    }

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "SmsView[" + id + "]";
    }
}
