package dev.rollcall.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import dev.rollcall.instance.Instances;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who a message is from follows from configuration alone. */
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

    private static ServerConfig config(Map<String, String> settings) {
        return new ServerConfig(new FixedConfig(settings));
    }
}
