package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTest {

    @ParameterizedTest(name = "{0} -> {1}, a server: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "Bearer sk_test_x,  sk_test_x, true",
                "bearer  sk_live_x, sk_live_x, true",
                "Bearer plapi_x,    plapi_x,   true",
                "Bearer ey.x.y,     ey.x.y,    false",
                "Bearer,            none,      false",
                "Basic sk_test_x,   none,      false",
                "sk_test_x,         none,      false",
                "none,              none,      false",
            })
    void readsTheTokenAndTellsWhose(String header, String token, boolean server) {
        assertThat(Bearer.token(header).orElse(null)).isEqualTo(token);
        assertThat(Bearer.isServer(header)).isEqualTo(server);
    }
}
