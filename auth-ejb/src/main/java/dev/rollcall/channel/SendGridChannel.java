package dev.rollcall.channel;

import dev.rollcall.json.Json;
import dev.rollcall.outbound.Outbound;
import dev.rollcall.outbound.OutboundRequest;
import dev.rollcall.outbound.Reach;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Carries e-mail to SendGrid (v3 {@code mail/send}). Links are not rewritten and openings not tracked: the links are keys. */
record SendGridChannel(URI url, String apiKey, String from, Reach reach, Outbound outbound) implements Carrier {

    private static final String NAME = "SendGrid";
    private static final String BASE = "https://api.sendgrid.com";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    static SendGridChannel of(JsonObject fields, Reach reach, Outbound outbound) {
        return new SendGridChannel(
                Urls.below(fields.getString("url", BASE), "/v3/mail/send"),
                fields.getString("api_key"),
                fields.getString("from_email_address", null),
                reach,
                outbound);
    }

    @Override
    public String destination() {
        return Urls.destination(url);
    }

    @Override
    public CompletionStage<Receipt> carry(Letter letter) {
        var headers = Map.of("Authorization", "Bearer " + apiKey, "Content-Type", "application/json");
        var body = body(letter).toString().getBytes(StandardCharsets.UTF_8);
        return outbound.send(new OutboundRequest("POST", url, headers, body, TIMEOUT, reach))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(HttpReply.trouble(NAME, failure));
                    }
                    return HttpReply.receipt(NAME, answer, "");
                });
    }

    private static JsonObject body(Letter letter) {
        var off = Json.createObjectBuilder().add("enable", false).build();
        var body = Json.createObjectBuilder()
                .add(
                        "personalizations",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("to", Json.createArrayBuilder().add(address(letter.to())))))
                .add("from", Json.createObjectBuilder(address(letter.from())).add("name", letter.senderName()))
                .add("subject", letter.subject())
                .add(
                        "content",
                        Json.createArrayBuilder()
                                .add(content("text/plain", letter.plain()))
                                .add(content("text/html", letter.html())))
                .add("custom_args", Json.createObjectBuilder().add("message_id", letter.id()))
                .add(
                        "tracking_settings",
                        Json.createObjectBuilder().add("click_tracking", off).add("open_tracking", off));
        if (letter.replyTo() != null) {
            body.add("reply_to", address(letter.replyTo()));
        }
        return body.build();
    }

    private static JsonObject address(String email) {
        return Json.createObjectBuilder().add("email", email).build();
    }

    private static JsonObject content(String type, String value) {
        return Json.createObjectBuilder().add("type", type).add("value", value).build();
    }

    /** It holds a key: it never prints itself. */
    @Override
    public String toString() {
        return "SendGridChannel[" + destination() + "]";
    }
}
