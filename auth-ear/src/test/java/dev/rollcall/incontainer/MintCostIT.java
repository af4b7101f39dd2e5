package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Rollcall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hot path: a token costs one statement. PostgreSQL itself counts. */
class MintCostIT {

    private static final int MINTS = 60;

    @Test
    void aTokenCostsOneStatement() throws SQLException {
        var browser = Rollcall.standard().browser();
        var session = browser.signUp().sessionId();
        // The queue looks for work all the time; what else runs in the background is seen a few times; what a mint
        // costs is seen with every one
        assertThat(statements(() -> browser.token(session))).hasSize(1).containsValue((long) MINTS);
    }

    @Test
    void aTokenAfterATemplateCostsThree() throws SQLException {
        var browser = Rollcall.standard().browser();
        var session = browser.signUp().sessionId();
        var name = "cost-" + UUID.randomUUID();
        var claims = Map.of("a", "{{user.public_metadata.a}}", "b", "{{user.primary_email_address}} {{user.username}}");
        Rollcall.standard()
                .backend()
                .post("/v1/jwt_templates", Map.of("name", name, "claims", claims))
                .ok();
        var path = "/v1/client/sessions/" + session + "/tokens/" + name;
        assertThat(statements(() -> browser.post(path).ok())).hasSize(3).containsValue((long) MINTS);
    }

    private static Map<String, Long> statements(Runnable mint) throws SQLException {
        for (int n = 0; n < 20; n++) {
            mint.run(); // caches and prepared statements are warm
        }
        try (var database = EmbeddedPostgres.connect()) {
            EmbeddedPostgres.execute(database, "create extension if not exists pg_stat_statements");
            EmbeddedPostgres.execute(database, "select pg_stat_statements_reset()");
            for (int n = 0; n < MINTS; n++) {
                mint.run();
            }
            return statementsSeenAtLeast(MINTS / 2, database);
        }
    }

    private static Map<String, Long> statementsSeenAtLeast(int times, Connection database) throws SQLException {
        var seen = new LinkedHashMap<String, Long>();
        try (var statement = database.prepareStatement("""
                select query, sum(calls) from pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                  and query !~* '^(begin|commit|rollback|set|show|discard|update job)'
                group by query having sum(calls) >= ? order by 2 desc""")) {
            statement.setInt(1, times);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return seen;
    }
}
