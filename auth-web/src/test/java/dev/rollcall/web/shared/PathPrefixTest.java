package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPrefixTest {

    @ParameterizedTest(name = "{0} -> {1}, {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "/happy-otter-7/v1/client, happy-otter-7, /v1/client",
                "/happy-otter-7,           happy-otter-7, /",
                "/happy-otter-7/,          happy-otter-7, /",
                "/shop/sign-in/factor-one, shop,          /sign-in/factor-one",
                "/v1/client,               none,          none",
                "/npm/x,                   none,          none",
                "/,                        none,          none",
                "//v1/client,              none,          none",
                "/.well-known/jwks.json,   none,          none",
                "/api_keys,                none,          none",
                "/Shop/v1/client,          none,          none",
                "/-shop/v1/client,         none,          none",
                "/sh%6fp/v1/client,        none,          none",
            })
    void takesTheFirstSegmentUnlessItIsOurs(String path, String slug, String rest) {
        var candidate = PathPrefix.candidate(path);

        assertThat(candidate.orElse(null)).isEqualTo(slug);
        candidate.ifPresent(prefix -> assertThat(PathPrefix.strip(path, prefix)).isEqualTo(rest));
    }
}
