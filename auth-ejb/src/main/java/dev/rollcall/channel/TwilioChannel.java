package dev.rollcall.channel;

import dev.rollcall.outbound.Outbound;
import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundRequest;
import dev.rollcall.outbound.Reach;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Carries text messages to Twilio's Messages API, as SMS or by WhatsApp.
 *
 * @param user the account, or an API key of it
 * @param number the sender; null where a messaging service chooses it
 */
record TwilioChannel(
        URI url,
        String user,
        String secret,
        String number,
        String service,
        boolean whatsapp,
        Reach reach,
        Outbound outbound)
        implements Carrier {

    private static final String NAME = "Twilio";
    private static final String BASE = "https://api.twilio.com";
    private static final String WHATSAPP = "whatsapp:";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*(\\d{1,6})");

    static TwilioChannel of(JsonObject fields, Reach reach, Outbound outbound) {
        var account = fields.getString("account_sid");
        return new TwilioChannel(
                Urls.below(fields.getString("url", BASE), "/2010-04-01/Accounts/" + account + "/Messages.json"),
                fields.getString("api_key_sid", account),
                fields.getString("auth_token"),
                fields.getString("from_phone_number", null),
                fields.getString("messaging_service_sid", null),
                fields.getBoolean("whatsapp", false),
                reach,
                outbound);
    }

    @Override
    public String destination() {
        return Urls.destination(url);
    }

    @Override
    public String from() {
        return number;
    }

    @Override
    public CompletionStage<Receipt> carry(Letter letter) {
        var login = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var headers = Map.of("Authorization", "Basic " + login, "Content-Type", "application/x-www-form-urlencoded");
        var body = form(letter).getBytes(StandardCharsets.UTF_8);
        return outbound.send(new OutboundRequest("POST", url, headers, body, TIMEOUT, reach))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(HttpReply.trouble(NAME, failure));
                    }
                    return HttpReply.receipt(NAME, answer, code(answer));
                });
    }

    private String form(Letter letter) {
        var fields = new LinkedHashMap<String, String>();
        boolean byWhatsapp = whatsapp || letter.whatsapp();
        fields.put("To", address(letter.to(), byWhatsapp));
        if (service != null) {
            fields.put("MessagingServiceSid", service);
        } else {
            fields.put("From", address(number, byWhatsapp));
        }
        fields.put("Body", letter.plain());
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String address(String phoneNumber, boolean byWhatsapp) {
        return byWhatsapp ? WHATSAPP + phoneNumber : phoneNumber;
    }

    /** Twilio's number for what is wrong; its sentence repeats the phone number. */
    private static String code(OutboundAnswer answer) {
        var code = CODE.matcher(answer.body());
        return code.find() ? code.group(1) : "";
    }

    /** It holds a secret: it never prints itself. */
    @Override
    public String toString() {
        return "TwilioChannel[" + destination() + "]";
    }
}
