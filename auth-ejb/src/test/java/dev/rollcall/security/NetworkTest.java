package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest(name = "{0} and {1} count as one: {2}")
    @CsvSource({
        "203.0.113.7,       203.0.113.7,            true",
        "203.0.113.7,       203.0.113.8,            false",
        "2001:db8:1:2::1,   2001:db8:1:2:ffff::9,   true",
        "2001:db8:1:2::1,   2001:0DB8:0001:0002::7, true",
        "2001:db8:1:2::1,   2001:db8:1:3::1,        false",
        "::ffff:203.0.113.7, 203.0.113.7,           true",
        "unknown,           unknown,                true",
        "unknown,           localhost,              false",
    })
    void oneSubscriberCountsAsOne(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0} and {1} are of one site: {2}")
    @CsvSource({
        "203.0.113.7,       203.0.113.200,          true",
        "203.0.113.7,       203.0.114.7,            false",
        "2001:db8:1:2::1,   2001:db8:1:ffff::1,     true",
        "2001:db8:1:2::1,   2001:db8:2:2::1,        false",
        "unknown,           localhost,              false",
    })
    void neighboursAreOfOneSite(String one, String other, boolean same) {
        assertThat(Network.site(one).equals(Network.site(other))).isEqualTo(same);
    }
}
