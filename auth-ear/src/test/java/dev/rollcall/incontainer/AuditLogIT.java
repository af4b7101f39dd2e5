package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written down stays as it was, even for who holds the database's own password. */
class AuditLogIT {

    private static final Operator OPERATOR = Operator.platform();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor_id = 'somebody else'",
                "delete from audit_event",
                "truncate audit_event",
                "set rollcall.audit_prune_before = '2000-01-01'; delete from audit_event",
                "set rollcall.audit_prune_before = '2999-01-01'; update audit_event set action = 'x'"
            })
    void coveringOnesTracks(String sql) throws SQLException {
        OPERATOR.development();
        try (var database = EmbeddedPostgres.connect()) {
            assertThatThrownBy(() -> EmbeddedPostgres.execute(database, sql))
                    .hasMessageContaining("audit events are neither changed nor deleted");
        }
    }

    @Test
    void theRetentionTakesWhatIsOlderThanAYear() throws SQLException {
        var id = "aud_" + UUID.randomUUID();
        insert(id + "_old", "400 days");
        insert(id + "_new", "300 days");
        OPERATOR.post("/v1/platform/schedules/cleanup/run", Map.of());

        Eventually.see("the end of what is old", () -> count(id + "_old"), number -> number.equals("0"));
        assertThat(count(id + "_new")).isEqualTo("1");
    }

    private static void insert(String id, String age) throws SQLException {
        EmbeddedPostgres.update("""
                insert into audit_event (instance_id, id, action, actor_type, actor_id, target_type, target_id,
                    ip_address, user_agent, trace_id, created_at)
                values ('', ?, 'test.done', 'system', '', 'test', '', '', '', '', now() - interval '%s')""".formatted(age), id);
    }

    private static String count(String id) {
        try {
            return EmbeddedPostgres.text("select count(*)::text from audit_event where id = ?", id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
