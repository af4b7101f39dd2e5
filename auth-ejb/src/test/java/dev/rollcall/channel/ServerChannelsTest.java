package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import dev.rollcall.template.Medium;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which of the server's channels messages go follows from configuration alone. */
class ServerChannelsTest {

    @Test
    void theServersChannelsAreReadFromItsEnvironment() {
        var smtp = new ServerChannels(config(Map.of(
                "ROLLCALL_SMTP_HOST", "mail.example.com",
                "ROLLCALL_SMTP_PORT", "2525",
                "ROLLCALL_SMTP_USERNAME", "us",
                "ROLLCALL_SMTP_PASSWORD", "secret",
                "ROLLCALL_SENDGRID_API_KEY", "SG.x")));
        var given = smtp.of(Medium.EMAIL).orElseThrow();
        assertThat(given.kind()).isEqualTo(ChannelKind.SMTP);
        assertThat(given.fields())
                .isEqualTo(Json.createObjectBuilder()
                        .add("host", "mail.example.com")
                        .add("port", 2525)
                        .add("username", "us")
                        .add("password", "secret")
                        .build());
        assertThat(smtp.of(Medium.SMS)).isEmpty();
        var twilio = new ServerChannels(
                config(Map.of("ROLLCALL_TWILIO_ACCOUNT_SID", "AC1", "ROLLCALL_TWILIO_WHATSAPP", "true")));
        assertThat(twilio.of(Medium.SMS).orElseThrow().fields().getBoolean("whatsapp"))
                .isTrue();
        assertThat(new ServerChannels(config(Map.of())).of(Medium.EMAIL)).isEmpty();
    }

    private static ServerConfig config(Map<String, String> settings) {
        return new ServerConfig(new FixedConfig(settings));
    }
}
