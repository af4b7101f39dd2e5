package dev.rollcall.message;

import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * An e-mail as the Backend API shows it, in the shape of the {@code email.created} event.
 *
 * @param body the HTML text
 * @param otpCode the one-time code that the message carries, if it carries one
 * @param data what the template was filled with
 * @param deliveredByClerk false: nothing has left this server by itself yet
 */
public record MessageView(
        String object,
        String id,
        String slug,
        String fromEmailName,
        String toEmailAddress,
        String userId,
        String subject,
        String body,
        String bodyPlain,
        String otpCode,
        JsonObject data,
        String status,
        boolean deliveredByClerk,
        long createdAt) {

    private static final String FROM = "notifications";

    static MessageView of(Message message, MessageText text) {
        return new MessageView(
                "email",
                message.id(),
                message.slug(),
                FROM,
                message.recipient(),
                message.userId(),
                text.subject(),
                text.body(),
                text.bodyPlain(),
                text.data().getString("otp_code", null),
                text.data(),
                message.status().name().toLowerCase(Locale.ROOT),
                false,
                message.createdAt().toEpochMilli());
    }

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
