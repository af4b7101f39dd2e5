package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.instance.EnvironmentType;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "https://example.com,           true",
        "https://app.example.com,       true",
        "https://app.example.com:8443,  true",
        "https://APP.Example.com,       true",
        "https://clerk.example.com,     true",
        "http://example.com,            false",
        "http://app.example.com,        false",
        "https://evil-example.com,      false",
        "https://example.com.evil.io,   false",
        "https://example.org,           false",
        "http://localhost:3000,         false",
        "null,                          false",
        "file://,                       false",
        "chrome-extension://example.com, false",
        "https://example.com@evil.io,   false",
        "'https://a b',                 false",
    })
    void letsOnlyTheDomainUseAProductionInstance(String origin, boolean allowed) {
        assertThat(Cors.allows(instance(EnvironmentType.PRODUCTION), origin)).isEqualTo(allowed);
        assertThat(Cors.allows(instance(EnvironmentType.DEVELOPMENT), origin)).isTrue();
    }

    @Test
    void keepsOtherOriginsFromEverythingButTheApis() {
        assertThat(Cors.applies("/v1/client")).isTrue();
        assertThat(Cors.applies("/.well-known/jwks.json")).isTrue();
        assertThat(Cors.applies("/api_keys")).isTrue();
        assertThat(Cors.applies("/dev/inbox")).isFalse();
        assertThat(Cors.applies("/sign-in")).isFalse();
        assertThat(Cors.applies("/")).isFalse();
    }

    private static Instance instance(EnvironmentType type) {
        var host = "clerk.example.com";
        return new Instance(
                "ins_1",
                "app_1",
                "App",
                type,
                "slug",
                host,
                "https://" + host,
                "example.com",
                "pk",
                InstanceSettings.defaults(type),
                1);
    }
}
