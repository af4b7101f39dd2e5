package dev.rollcall.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import dev.rollcall.instance.Instances;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who a message is from, and by which of the server's channels it goes, follow from configuration alone. */
class SendersTest {

    @Test
    void aSenderLivesOnTheInstancesDomain() {
        var senders = new Senders(config(Map.of("ROLLCALL_MAIL_FROM", "post@operator.example")));
        assertThat(senders.address(Instances.production(), "hello")).isEqualTo("hello@example.com");
        assertThat(senders.ofServer(Instances.production(), "hello")).isEqualTo("post@operator.example");
        assertThat(senders.address(Instances.development(), "hello")).isEqualTo("post@operator.example");
    }

    @Test
    void withoutConfigurationTheServersChannelWritesForTheInstance() {
        var senders = new Senders(config(Map.of()));
        assertThat(senders.ofServer(Instances.production(), "notifications")).isEqualTo("notifications@example.com");
    }

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
