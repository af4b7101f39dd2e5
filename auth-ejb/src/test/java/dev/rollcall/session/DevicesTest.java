package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rollcall.client.ClientRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {

    private static final Devices DEVICES = new Devices(new Places());

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
                        + " | Macintosh | false | Chrome | 126.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                        + " Mobile/15E148 Safari/604.1 | iPhone | true | Mobile Safari | 17.5",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0 | Windows | false | Firefox | 127.0",
            })
    void peopleRecogniseTheirDevices(String agent, String device, boolean mobile, String browser, String version) {
        var activity = DEVICES.of(session(agent));
        assertThat(activity.id()).isEqualTo("sess_activity_abc");
        assertThat(activity.deviceType()).isEqualTo(device);
        assertThat(activity.isMobile()).isEqualTo(mobile);
        assertThat(activity.browserName()).isEqualTo(browser);
        assertThat(activity.browserVersion()).isEqualTo(version);
        assertThat(activity.ipAddress()).isEqualTo("192.0.2.1");
    }

    @Test
    void whatIsNoUserAgentTellsNothing() {
        var activity = DEVICES.of(session(""));
        assertThat(activity.deviceType()).isNull();
        assertThat(activity.browserName()).isNull();
        assertThat(activity.isMobile()).isFalse();
    }

    /** A user agent made to keep regular expressions busy must not keep the server busy. */
    @Test
    void aHugeUserAgentIsCutAndCostsLittle() {
        var hostile = "Mozilla/5.0 (" + "Linux; Android a; ".repeat(20_000) + "Build/";
        assertThat(session(hostile).userAgent()).hasSize(512);
        var started = System.nanoTime();
        assertThatCode(() -> DEVICES.of(session(hostile))).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    private static SessionFacts session(String agent) {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var lifetime = new Lifetime(Duration.ofDays(7), Duration.ZERO);
        return new Session("sess_abc", new ClientRef("ins_1", "client_1"), "user_1", lifetime, now)
                .from("192.0.2.1", agent)
                .factsAt(now);
    }
}
