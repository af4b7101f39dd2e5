package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutedPathTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "/v1/client/sign_ins, /v1/client/sign_ins",
        "/v1/client/sign_ins/, /v1/client/sign_ins",
        "/v1/client/sign_ins;x, /v1/client/sign_ins",
        "/v1/client;a=b/sign_ins;c/sia_1, /v1/client/sign_ins/sia_1",
        "/v1/client/sign%5Fins, /v1/client/sign_ins",
        "/v1/users;x=v1%2Fjwks, /v1/users",
        "/, /",
    })
    void aPathInDisguise(String sent, String routed) {
        assertThat(RoutedPath.of(sent)).isEqualTo(routed);
    }
}
