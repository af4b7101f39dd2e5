package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.of("127.0.0.0/8, ::1, 10.1.0.0/16, 2001:db8::/32");

    @ParameterizedTest(name = "{0} trusted: {1}")
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "128.0.0.1, false",
        "10.1.255.255, true",
        "10.2.0.0, false",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "::2, false",
        "2001:db8:1::5, true",
        "2001:db9::5, false",
        "localhost, false",
        "::ffff:127.0.0.1, true",
        "fe80::1%eth0, false",
    })
    void trustsOnlyItsNetworks(String address, boolean trusted) {
        assertThat(proxies.trust(address)).isEqualTo(trusted);
    }

    @ParameterizedTest(name = "{0} says {1} -> {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "203.0.113.7, none,                          203.0.113.7",
                "203.0.113.7, 198.51.100.1,                  203.0.113.7",
                "127.0.0.1,   none,                          127.0.0.1",
                "127.0.0.1,   198.51.100.1,                  198.51.100.1",
                "127.0.0.1,   '6.6.6.6, 198.51.100.1',       198.51.100.1",
                "127.0.0.1,   '6.6.6.6, 198.51.100.1, 10.1.0.2', 198.51.100.1",
                "127.0.0.1,   '10.1.0.3, 10.1.0.2',          10.1.0.3",
                "127.0.0.1,   'unknown, 10.1.0.2',           10.1.0.2",
                "127.0.0.1,   '<script>',                    127.0.0.1",
                "127.0.0.1,   '2001:db9::7',                 2001:db9::7",
                "127.0.0.1,   203.0.113.9:51234,             203.0.113.9",
                "127.0.0.1,   '[2001:db9::7]:4711',          2001:db9::7",
                "127.0.0.1,   '[2001:db9::7]',               2001:db9::7",
                "127.0.0.1,   '6.6.6.6:1, 203.0.113.9:51234, 10.1.0.2:443', 203.0.113.9",
                "127.0.0.1,   203.0.113.9:port,              127.0.0.1",
                "127.0.0.1,   '[203.0.113.9',                127.0.0.1",
                "127.0.0.1,   '[evil.example]:80',           127.0.0.1",
            })
    void findsTheBrowserBehindOurProxiesAndNoFurther(String peer, String forwardedFor, String client) {
        var chain = forwardedFor == null ? List.<String>of() : List.of(forwardedFor.split(", "));
        assertThat(proxies.clientOf(peer, chain)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1/33", "127.0.0.1/-1", "1.2.3", "127\\.0\\.0\\.1"})
    void refusesAListItCannotRead(String list) {
        assertThatThrownBy(() -> TrustedProxies.of(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trustsNobodyIfSaidSo() {
        assertThat(TrustedProxies.of("").trust("127.0.0.1")).isFalse();
    }
}
