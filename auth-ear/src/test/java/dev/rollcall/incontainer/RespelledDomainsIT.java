package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses that were kept in A-labels by an older version. */
class RespelledDomainsIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP = OPERATOR.development();
    private static final Backend BACKEND = APP.backend();

    private final String name = "n" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void whoWasKeptInALabelsIsFoundAndOneOfTwoIsToldOf() throws Exception {
        var kept = old(name + "a");
        var other = old(name + "b");
        BACKEND.createUser(name + "b@b\u00fccher.example", Browser.PASSWORD);

        await("the clash is told", other, "IDENTIFICATION true");
        assertThat(left(kept)).isEqualTo("none");
        assertThat(EmbeddedPostgres.text(
                        "select identifier || ' ' || canonical from identification where id = ?", kept))
                .isEqualTo("%1$s@b\u00fccher.example %1$s@b\u00fccher.example".formatted(name + "a"));
        assertThat(EmbeddedPostgres.text("select identifier from identification where id = ?", other))
                .isEqualTo(name + "b@xn--bcher-kva.example");
        assertThat(BACKEND.get("/v1/audit_events?limit=50").ok().json().toString())
                .contains("identification.spelling_clash")
                .contains(other);
    }

    /** An address as an older version kept it, noted as the migration does. */
    private String old(String local) throws SQLException {
        var id = BACKEND.createUser(local + "@example.com", Browser.PASSWORD).text("/primary_email_address_id");
        var labels = local + "@xn--bcher-kva.example";
        EmbeddedPostgres.update(
                "update identification set identifier = '%1$s', canonical = '%1$s' where id = ?".formatted(labels), id);
        EmbeddedPostgres.update(
                "insert into respelling (instance_id, subject, subject_id)"
                        + " select instance_id, 'IDENTIFICATION', id from identification where id = ?",
                id);
        return id;
    }

    private static void await(String what, String id, String state) {
        Eventually.see(
                what,
                () -> {
                    OPERATOR.post("/v1/platform/schedules/cleanup/run", Map.of());
                    return left(id);
                },
                state::equals);
    }

    private static String left(String id) {
        try {
            return EmbeddedPostgres.text(
                    "select coalesce((select subject || ' ' || (clashed_at is not null) from respelling where subject_id = ?),"
                            + " 'none')",
                    id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
