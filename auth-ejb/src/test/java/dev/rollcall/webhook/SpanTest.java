package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "yesterday", "2026-01-01"})
    void aTimeThatNobodyCanStoreIsRefused(String time) {
        assertThatThrownBy(() -> Span.since(since(time))).isInstanceOf(Refusal.class);
    }

    @Test
    void anyOtherTimeIsTaken() {
        assertThat(Span.since(since("2026-01-01T01:00:00+01:00")).from())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Input since(String time) {
        return Input.ofForm(Map.of("since", List.of(time)));
    }
}
