package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class StrangeProxiesTest {

    private final StrangeProxies strangers = new StrangeProxies();

    @Test
    void aForgottenProxyIsToldOfOnceAndCounted() {
        var warnings = new ArrayList<LogRecord>();
        var log = Logger.getLogger(StrangeProxies.class.getName());
        var ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(ear);
        try {
            strangers.look(request("172.18.0.3", "X-Forwarded-For"));
            strangers.look(request("172.18.0.3", "X-Forwarded-For"));
            strangers.look(request("172.18.0.4", "Forwarded"));
            strangers.look(request("203.0.113.7", "Accept"));
        } finally {
            log.removeHandler(ear);
        }

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).getLevel()).isEqualTo(Level.WARNING);
        assertThat(warnings.get(0).getParameters()).containsExactly("172.18.0.3", "X-Forwarded-For");
        assertThat(strangers.seen())
                .extracting(StrangeProxies.Seen::address, StrangeProxies.Seen::requests)
                .containsExactly(tuple("172.18.0.3", 2L), tuple("172.18.0.4", 1L));
    }

    @Test
    void strangersFillNoMemory() {
        for (int i = 0; i < 1000; i++) {
            strangers.look(request("203.0.113." + i, "X-Forwarded-Proto"));
        }

        assertThat(strangers.seen()).hasSize(20);
    }

    private static HttpServletRequest request(String peer, String header) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                StrangeProxiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> List.of(header).contains(arguments[0]) ? "x" : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
