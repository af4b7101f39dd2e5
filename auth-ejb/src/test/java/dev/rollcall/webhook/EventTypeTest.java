package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAnExample(EventType type) {
        assertThat(type.example()).isNotEmpty();
    }
}
