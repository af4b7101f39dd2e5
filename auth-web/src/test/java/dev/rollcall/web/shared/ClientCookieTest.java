package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientCookieTest {

    @Test
    void hasTheSuffixThatTheSdksCompute() {
        assertThat(ClientCookie.suffix("pk_test_ZmFwaS5sb2NhbGhvc3Q6NDQ0MyQ=")).isEqualTo("cdo57ytG");
    }
}
