package dev.rollcall.channel;

import static dev.rollcall.template.Medium.EMAIL;
import static dev.rollcall.template.Medium.SMS;

import dev.rollcall.template.Medium;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of channels there are, with the settings that each has. */
enum ChannelKind {
    SMTP(
            Set.of(EMAIL),
            List.of("host", "port", "security", "username", "from_email_address", "ca_certificates"),
            List.of("password")),
    SENDGRID(Set.of(EMAIL), List.of("url", "from_email_address"), List.of("api_key")),
    TWILIO(
            Set.of(SMS),
            List.of("url", "account_sid", "api_key_sid", "from_phone_number", "messaging_service_sid", "whatsapp"),
            List.of("auth_token")),
    /** Captured, and shown to developers. */
    INBOX(Set.of(EMAIL, SMS), List.of(), List.of()),
    /** The app delivers by itself. */
    WEBHOOK(Set.of(EMAIL, SMS), List.of(), List.of());

    private final Set<Medium> media;
    private final List<String> shown;
    private final List<String> secret;

    ChannelKind(Set<Medium> media, List<String> shown, List<String> secret) {
        this.media = media;
        this.shown = shown;
        this.secret = secret;
    }

    boolean carries(Medium medium) {
        return media.contains(medium);
    }

    /** The settings that anybody may see who may see the instance's. */
    List<String> shown() {
        return shown;
    }

    /** The settings that are sealed and never shown again. */
    List<String> secret() {
        return secret;
    }

    /** The name on the wire. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
