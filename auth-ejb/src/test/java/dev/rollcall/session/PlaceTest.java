package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "127.0.0.1,    This computer",
                "::1,          This computer",
                "192.168.1.7,  Private network",
                "172.17.0.1,   Private network",
                "fd12::1,      Private network",
                "fe80::1,      Private network",
                "203.0.113.9,  Unknown location",
                "2001:db8::7,  Unknown location",
                "none,         Unknown location",
                "'',           Unknown location",
            })
    void anUnknownPlaceLeavesNoEmptyBrackets(String ip, String words) {
        assertThat(Place.words(ip)).isEqualTo(words);
    }
}
