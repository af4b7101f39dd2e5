package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.client.ClientRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lifetime A_WEEK = new Lifetime(Duration.ofDays(7), Duration.ZERO);
    private static final Lifetime A_WEEK_IN_USE = new Lifetime(Duration.ofDays(7), Duration.ofHours(1));

    @Test
    void livesUntilItsLifetimeIsOver() {
        var session = session(A_WEEK);
        assertThat(session.statusAt(BEGAN.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(SessionStatus.ACTIVE);
        assertThat(session.statusAt(BEGAN.plus(Duration.ofDays(7)))).isEqualTo(SessionStatus.EXPIRED);
        assertThat(session.statusAt(BEGAN.plus(Duration.ofDays(365)))).isEqualTo(SessionStatus.EXPIRED);
    }

    @Test
    void isAbandonedWhenNobodyUsesIt() {
        var session = session(A_WEEK_IN_USE);
        assertThat(session.isLiveAt(BEGAN.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(session.statusAt(BEGAN.plus(Duration.ofHours(1)))).isEqualTo(SessionStatus.ABANDONED);
    }

    @Test
    void anExpiredSessionCannotBeEndedInAnotherWayAfterwards() {
        var session = session(A_WEEK);
        var later = BEGAN.plus(Duration.ofDays(8));
        session.become(SessionStatus.REVOKED, later);
        assertThat(session.factsAt(later).status()).isEqualTo(SessionStatus.EXPIRED);
        assertThat(session.factsAt(later).updatedAt()).isEqualTo(later);
    }

    @Test
    void endingItTwiceIsEndingItOnce() {
        var session = session(A_WEEK);
        session.become(SessionStatus.ENDED, BEGAN.plusSeconds(5));
        session.become(SessionStatus.ENDED, BEGAN.plusSeconds(9));
        assertThat(session.factsAt(BEGAN.plusSeconds(9)).updatedAt()).isEqualTo(BEGAN.plusSeconds(5));
    }

    @Test
    void factorsAgeInWholeMinutesAndAFactorNeverVerifiedHasNoAge() {
        var facts = session(A_WEEK).factsAt(BEGAN);
        assertThat(facts.factorVerificationAge(BEGAN)).containsExactly(0, -1);
        assertThat(facts.factorVerificationAge(BEGAN.plusSeconds(119))).containsExactly(1, -1);
        assertThat(facts.factorVerificationAge(BEGAN.minusSeconds(600))).containsExactly(0, -1);
    }

    private static Session session(Lifetime lifetime) {
        return new Session("sess_1", new ClientRef("ins_1", "client_1"), "user_1", lifetime, BEGAN);
    }
}
