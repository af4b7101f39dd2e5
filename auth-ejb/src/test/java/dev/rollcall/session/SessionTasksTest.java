package dev.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.client.ClientRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session with tasks is pending until the last of them is done. */
class SessionTasksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lifetime A_WEEK = new Lifetime(Duration.ofDays(7), Duration.ZERO);

    private final Session session = new Session("sess_1", new ClientRef("ins_1", "client_1"), "user_1", A_WEEK, NOW);

    @Test
    void aSessionThatWaitsForNothingIsActive() {
        assertThat(session.waitingFor(List.of()).statusAt(NOW)).isEqualTo(SessionStatus.ACTIVE);
        assertThat(SessionTaskView.of(session.factsAt(NOW))).isNull();
    }

    @Test
    void tasksAreDoneOneByOneInOrder() {
        session.waitingFor(List.of(SessionTask.RESET_PASSWORD, SessionTask.SETUP_MFA));
        assertThat(session.statusAt(NOW)).isEqualTo(SessionStatus.PENDING);
        assertThat(SessionTaskView.of(session.factsAt(NOW)))
                .containsExactly(new SessionTaskView("reset-password"), new SessionTaskView("setup-mfa"));

        session.waitOnlyFor(List.of(SessionTask.SETUP_MFA), NOW);
        assertThat(session.statusAt(NOW)).isEqualTo(SessionStatus.PENDING);
        session.waitOnlyFor(List.of(), NOW);
        assertThat(session.statusAt(NOW)).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void whatComesUpLaterIsNotAskedOfASessionThatHasBegun() {
        session.waitingFor(List.of(SessionTask.SETUP_MFA));
        session.waitOnlyFor(List.of(SessionTask.CHOOSE_ORGANIZATION), NOW);
        assertThat(session.statusAt(NOW)).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aPendingSessionEndsLikeAnyOther() {
        session.waitingFor(List.of(SessionTask.SETUP_MFA));
        assertThat(session.become(SessionStatus.REVOKED, NOW)).isTrue();
        assertThat(SessionTaskView.of(session.factsAt(NOW))).isNull();
    }
}
