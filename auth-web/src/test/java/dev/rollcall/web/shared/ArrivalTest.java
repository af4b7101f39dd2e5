package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private static final Map<String, String> FORWARDED = Map.of(
            "Host", "localhost:9080",
            "X-Forwarded-For", "198.51.100.1",
            "X-Forwarded-Proto", "https, http",
            "X-Forwarded-Host", "clerk.example.com, inner",
            "Clerk-Secret-Key", "sk_test_1");

    @Test
    void believesAProxyOfOurs() {
        var key = Optional.of("sk_test_1");
        assertThat(arrival("127.0.0.1", FORWARDED))
                .isEqualTo(new Arrival(
                        "198.51.100.1", true, "clerk.example.com", Optional.empty(), key, Optional.empty()));
    }

    @Test
    void believesNobodyElse() {
        assertThat(arrival("203.0.113.7", FORWARDED))
                .isEqualTo(new Arrival(
                        "203.0.113.7", false, "localhost:9080", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void takesTheSchemeOfAnAppsOwnProxy() {
        var secure = Map.of("Clerk-Proxy-Url", "https://app.example.com/__clerk");
        var plain = Map.of("Clerk-Proxy-Url", "http://localhost:3000/__clerk", "X-Forwarded-Proto", "https");

        assertThat(arrival("127.0.0.1", secure).secure()).isTrue();
        assertThat(arrival("127.0.0.1", plain).secure()).isFalse();
    }

    /** What the browser wrote comes first; a proxy that writes a line of its own comes after it. */
    @Test
    void xForwardedForSpoofingByALineOfItsOwn() {
        var lines = List.of("6.6.6.6", "198.51.100.1");

        assertThat(arrival("127.0.0.1", Map.of(), lines).ip()).isEqualTo("198.51.100.1");
        assertThat(arrival("203.0.113.7", Map.of(), lines).ip()).isEqualTo("203.0.113.7");
    }

    @Test
    void takesTheStandardsWordWhereNothingElseIsSaid() {
        var standard =
                Map.of("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https;host=clerk.example.com, for=127.0.0.2");

        assertThat(arrival("127.0.0.1", standard))
                .isEqualTo(new Arrival(
                        "2001:db8::7",
                        true,
                        "clerk.example.com",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(arrival("203.0.113.7", standard).ip()).isEqualTo("203.0.113.7");
        assertThat(arrival("203.0.113.7", standard).host()).isEmpty();
    }

    /** Behind a proxy that speaks the older language alone, the newer header is the browser's own. */
    @Test
    void forwardedSpoofingBesideXForwarded() {
        var both = new HashMap<>(FORWARDED);
        both.put("Forwarded", "for=6.6.6.6;proto=http;host=evil.example");

        assertThat(arrival("127.0.0.1", both).host()).isEqualTo("clerk.example.com");
        assertThat(arrival("127.0.0.1", both).secure()).isTrue();
        assertThat(arrival("127.0.0.1", both).ip()).isEqualTo("127.0.0.1");
        both.put("Forwarded", "for=198.51.100.1");
        assertThat(arrival("127.0.0.1", both).ip()).isEqualTo("198.51.100.1");
        both.put("Forwarded", "for=127.0.0.3");
        assertThat(arrival("127.0.0.1", both).ip()).isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "for",
                "for=",
                "for=\"1.2.3.4",
                "for=1.2.3.4 x",
                "for=\"\\1.2.3.4\"",
                "for=_hidden",
                "for=unknown",
                "FOR=\"[::g]\"",
                "=,;="
            })
    void aForwardedHeaderThatSaysNothing(String header) {
        assertThat(arrival("127.0.0.1", Map.of("Forwarded", header)).ip()).isEqualTo("127.0.0.1");
    }

    @Test
    void canDoWithoutAHost() {
        assertThat(arrival("127.0.0.1", Map.of()).host()).isEmpty();
    }

    private static Arrival arrival(String peer, Map<String, String> headers) {
        return arrival(
                peer, headers, Stream.ofNullable(headers.get("X-Forwarded-For")).toList());
    }

    private static Arrival arrival(String peer, Map<String, String> headers, List<String> forwardedFor) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                ArrivalTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getScheme" -> "http";
                    case "getHeaders" ->
                        Collections.enumeration(
                                arguments[0].equals("X-Forwarded-For")
                                        ? forwardedFor
                                        : Stream.ofNullable(headers.get((String) arguments[0]))
                                                .toList());
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return Arrival.of(request, TrustedProxies.of("127.0.0.0/8"));
    }
}
