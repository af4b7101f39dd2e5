package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
                    case "getHeaders" -> Collections.enumeration(forwardedFor);
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return Arrival.of(request, TrustedProxies.of("127.0.0.0/8"));
    }
}
