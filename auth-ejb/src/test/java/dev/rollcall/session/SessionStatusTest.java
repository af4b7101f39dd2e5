package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStatusTest {

    @ParameterizedTest(name = "{0}, asked to become {1} -> {2}")
    @CsvSource({
        "ACTIVE,    ENDED,     ENDED",
        "ACTIVE,    REVOKED,   REVOKED",
        "ACTIVE,    REPLACED,  REPLACED",
        "ACTIVE,    REMOVED,   REMOVED",
        "PENDING,   ACTIVE,    ACTIVE",
        "ENDED,     REMOVED,   REMOVED",
        "EXPIRED,   REMOVED,   REMOVED",
        "ABANDONED, REMOVED,   REMOVED",
        "ENDED,     REVOKED,   ENDED",
        "EXPIRED,   ENDED,     EXPIRED",
        "REMOVED,   REVOKED,   REMOVED",
        "REPLACED,  REMOVED,   REPLACED",
        "REVOKED,   REMOVED,   REVOKED",
    })
    void endsOnceAndStaysTheWayItEnded(SessionStatus now, SessionStatus asked, SessionStatus then) {
        assertThat(now.then(asked)).isEqualTo(then);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACTIVE", "PENDING"})
    void whatIsOverNeverLivesAgain(SessionStatus over) {
        for (var next : SessionStatus.values()) {
            assertThat(over.then(next).isLive()).as("%s -> %s", over, next).isFalse();
        }
    }

    @Test
    void theFrontendKnowsNoReplacedSessions() {
        assertThat(SessionStatus.REPLACED.frontendWire()).isEqualTo("removed");
        assertThat(SessionStatus.REPLACED.wire()).isEqualTo("replaced");
        assertThat(SessionStatus.ACTIVE.frontendWire()).isEqualTo("active");
    }
}
