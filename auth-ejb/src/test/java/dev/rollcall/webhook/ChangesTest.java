package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.session.SessionClosed;
import dev.rollcall.session.SessionOpened;
import dev.rollcall.session.SessionStatus;
import dev.rollcall.user.UserDeleted;
import dev.rollcall.webhook.Changes.Fate;
import dev.rollcall.webhook.Changes.SessionChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One transaction tells of one thing once. */
class ChangesTest {

    private final Changes changes = new Changes();

    @Test
    void whoIsCreatedAndChangedIsCreated() {
        changes.created("user_1");
        changes.updated("user_1");
        assertThat(changes.users()).containsOnly(java.util.Map.entry("user_1", Fate.CREATED));
    }

    @Test
    void whoIsDeletedIsDeletedWhateverHappenedBefore() {
        changes.created("user_1");
        changes.updated("user_1");
        changes.opened(new SessionOpened("ins_1", "sess_1", "user_1"));
        changes.deleted(new UserDeleted("ins_1", "user_1", "x"));
        changes.updated("user_1");
        assertThat(changes.users()).containsOnly(java.util.Map.entry("user_1", Fate.DELETED));
        assertThat(changes.sessions()).isEmpty();
        assertThat(changes.deletion("user_1"))
                .hasValueSatisfying(d -> assertThat(d.externalId()).isEqualTo("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "ENDED, session.ended",
        "REMOVED, session.removed",
        "REPLACED, session.removed",
        "REVOKED, session.revoked"
    })
    void aClosedSessionIsToldByHowItEnded(SessionStatus status, String type) {
        changes.closed(new SessionClosed("ins_1", "sess_1", "user_1", status));
        assertThat(changes.sessions()).containsExactly(new SessionChange(type, "sess_1", "user_1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "ABANDONED"})
    void whatTimeEndsIsNotTold(SessionStatus status) {
        changes.closed(new SessionClosed("ins_1", "sess_1", "user_1", status));
        assertThat(changes.sessions()).isEmpty();
    }
}
