package dev.rollcall.incontainer;

import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Eventually;
import dev.rollcall.contract.Jwt;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node keeps the templates that it has read, and another one changes them. Nodes share nothing but the database. */
class TemplateNodesIT {

    @Test
    void aChangeOfAnotherNodeHoldsHereToo() throws SQLException {
        var backend = Operator.platform().development().backend();
        var user = backend.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var session = backend.post("/v1/sessions", Map.of("user_id", user)).ok().text("/id");
        var template = backend.post("/v1/jwt_templates", Map.of("name", "shared", "claims", Map.of("said", "before")))
                .ok()
                .text("/id");
        var mint = "/v1/sessions/" + session + "/tokens/shared";
        backend.post(mint, Map.of()).ok();

        EmbeddedPostgres.update("update jwt_template set claims = '{\"said\": \"after\"}' where id = ?", template);
        try (var database = EmbeddedPostgres.connect()) {
            EmbeddedPostgres.execute(database, "update tenancy set version = version + 1");
        }

        Eventually.see(
                "what the other node has written",
                () -> Jwt.of(backend.post(mint, Map.of()).ok().text("/jwt"))
                        .claims()
                        .path("said")
                        .asText(),
                "after"::equals);
    }
}
