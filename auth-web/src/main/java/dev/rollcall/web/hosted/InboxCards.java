package dev.rollcall.web.hosted;

import dev.rollcall.json.Json;
import dev.rollcall.message.EmailView;
import dev.rollcall.message.MessageView;
import dev.rollcall.message.SmsView;
import dev.rollcall.webhook.AttemptOut;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the inbox shows of one message, and of one request to a webhook endpoint. */
final class InboxCards {

    private InboxCards() {}

    static Map<String, Object> of(MessageView message) {
        var card = new HashMap<String, Object>();
        card.put("id", message.id());
        if (message instanceof EmailView email) {
            card.put("to", email.toEmailAddress());
            card.put("subject", email.subject());
            card.put("body", email.body());
            card.put("link", email.data().getString("magic_link", null)); // in its frame, the mail has no cookies
        } else if (message instanceof SmsView sms) {
            card.put("to", sms.toPhoneNumber());
            card.put("text", sms.message());
        }
        card.put("kind", message instanceof SmsView ? "SMS" : "E-mail");
        card.put("code", message.otpCode());
        card.put("status", message.status().replace('_', ' '));
        card.put("failed", "failed".equals(message.status()));
        card.put("error", message.error());
        card.put("job", message.jobId());
        card.put("time", Instant.ofEpochMilli(message.createdAt()).toString());
        return card;
    }

    static Map<String, Object> of(AttemptOut attempt) {
        var card = new HashMap<String, Object>();
        card.put("id", attempt.id());
        card.put("url", attempt.url());
        card.put("event", attempt.msgId());
        if (attempt.msg() != null) {
            card.put("type", attempt.msg().eventType());
            card.put("payload", indented(attempt.msg().payload()));
        }
        card.put("good", attempt.status() == 0);
        card.put("answer", attempt.responseStatusCode() == 0 ? "no answer" : "" + attempt.responseStatusCode());
        card.put("duration", attempt.responseDurationMs());
        card.put("response", attempt.response());
        card.put("headers", indented(attempt.requestHeaders()));
        card.put("manual", attempt.triggerType() == 1);
        card.put("time", attempt.timestamp().toString());
        return card;
    }

    private static String indented(JsonObject object) {
        var text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().strip();
    }
}
