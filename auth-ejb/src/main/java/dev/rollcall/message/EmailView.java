package dev.rollcall.message;

import dev.rollcall.page.Payload;
import dev.rollcall.template.MessageText;
import jakarta.json.JsonObject;

/**
 * An e-mail, in the shape of the {@code email.created} event and a little more.
 *
 * @param fromEmailName the part of the sender's address before the {@code @}
 * @param emailAddressId the identification written to; null where nobody has the address yet
 * @param body the HTML text
 */
public record EmailView(
        String object,
        String id,
        String slug,
        String fromEmailName,
        String replyToEmailName,
        String toEmailAddress,
        String emailAddressId,
        String userId,
        String subject,
        String body,
        String bodyPlain,
        String otpCode,
        JsonObject data,
        String status,
        boolean deliveredByClerk,
        String jobId,
        String error,
        Long finishedAt,
        long createdAt)
        implements MessageView {

    static EmailView of(Message message, MessageText text) {
        return new EmailView(
                "email",
                message.id(),
                message.slug(),
                text.from(),
                text.replyTo(),
                message.recipient(),
                message.addressId(),
                message.userId(),
                text.subject(),
                text.body(),
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

    @Override
    public JsonObject payload() {
        return new Payload()
                .add("id", id)
                .add("object", object)
                .add("slug", slug)
                .add("from_email_name", fromEmailName)
                .add("reply_to_email_name", replyToEmailName)
                .add("to_email_address", toEmailAddress)
                .add("email_address_id", emailAddressId)
                .add("user_id", userId)
                .add("subject", subject)
                .add("body", body)
                .add("body_plain", bodyPlain)
                .add("status", status)
                .add("data", data)
                .add("delivered_by_clerk", deliveredByClerk)
                .build();
    }

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "EmailView[" + id + "]";
    }
}
