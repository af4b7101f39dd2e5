package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHostTest {

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "https://auth.example.com,      auth.example.com,       true",
        "https://auth.example.com:8443, AUTH.example.com:443,   true",
        "https://auth.example.com,      auth.example.com.,      true",
        "https://auth.example.com,      xauth.example.com,      false",
        "https://auth.example.com,      clerk.shop.example,     false",
        "https://auth.example.com,      '',                     false",
        "http://localhost:9080,         localhost:5173,         true",
        "http://localhost:9080,         127.0.0.1:3000,         true",
        "http://localhost:9080,         [::1]:3000,             true",
        "http://localhost:9080,         shop.localhost,         true",
        "http://localhost:9080,         localhost.evil.example, false",
        "http://localhost:9080,         evil.example,           false",
        "http://127.0.0.1:9080,         localhost:9080,         true",
    })
    void knowsItsOwnHostByItsNames(String publicUrl, String host, boolean own) {
        assertThat(new PublicHost(publicUrl, false).is(host)).isEqualTo(own);
    }

    @ParameterizedTest(name = "{0}, development: {1} -> {2}")
    @CsvSource({
        "http://localhost:9080,    true,  true",
        "http://localhost:9080,    false, false",
        "https://auth.example.com, true,  false",
    })
    void isOpenOnADevelopersMachineAlone(String publicUrl, boolean development, boolean open) {
        assertThat(new PublicHost(publicUrl, development).isOpen()).isEqualTo(open);
    }

    /** An app on the developer's machine passes requests on to a server that others reach by another name. */
    @ParameterizedTest(name = "{0}, development: {1} -> {2}")
    @CsvSource({
        "https://auth.example.com, true,  true",
        "http://192.168.1.5:9080,  true,  true",
        "https://auth.example.com, false, false",
        "http://localhost:9080,    false, true",
    })
    void theMachinesOwnNamesCountWhereSomebodyDevelops(String publicUrl, boolean development, boolean own) {
        assertThat(new PublicHost(publicUrl, development).is("localhost:5173")).isEqualTo(own);
    }

    @Test
    void promisesWhatTheUrlPromises() {
        assertThat(new PublicHost("https://auth.example.com", false).promisesHttps("auth.example.com:8443"))
                .isTrue();
        assertThat(new PublicHost("https://auth.example.com", false).promisesHttps("clerk.shop.example"))
                .isFalse();
        assertThat(new PublicHost("http://auth.example.com", false).promisesHttps("auth.example.com"))
                .isFalse();
    }
}
