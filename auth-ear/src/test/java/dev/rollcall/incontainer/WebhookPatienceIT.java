package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Hooks;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Receiver;
import dev.rollcall.contract.Tenant;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long we go on with an endpoint that fails, and what is stored of what is told. Rows are made old where they lie. */
class WebhookPatienceIT {

    private static final Tenant APP = Operator.platform().development();

    private final Hooks hooks = new Hooks(APP);

    @Test
    void anEndpointThatDoesNothingButFailForFiveDaysIsDisabled() throws SQLException {
        try (var receiver = new Receiver().answering(500, Map.of())) {
            var endpoint = hooks.endpoint(receiver);
            example(endpoint);
            hooks.await("/endpoint/" + endpoint, e -> !e.path("failingSince").isNull());
            age(endpoint, "4 days 23 hours");
            example(endpoint);
            hooks.await("/attempt/endpoint/" + endpoint, a -> a.path("data").size() >= 2);
            assertThat(hooks.get("/endpoint/" + endpoint).ok().at("/disabled").asBoolean())
                    .isFalse();
            age(endpoint, "5 days 1 hour");
            example(endpoint);
            var disabled =
                    hooks.await("/endpoint/" + endpoint, e -> e.path("disabled").asBoolean());
            assertThat(disabled.path("disabledFor").asText()).contains("five days");

            hooks.patch("/endpoint/" + endpoint, Map.of("disabled", false)).ok();
            var enabled = hooks.get("/endpoint/" + endpoint).ok();
            assertThat(enabled.at("/failingSince").isNull()).isTrue();
            assertThat(enabled.at("/disabledFor").isNull()).isTrue();
        }
    }

    @Test
    void anEventIsForgottenAfterAMonthWithWhatWasTriedToTellOfIt() throws SQLException {
        try (var receiver = new Receiver()) {
            var endpoint = hooks.endpoint(receiver);
            var old = hooks.post("/msg", Map.of("eventType", "old.one", "payload", Map.of()))
                    .text("/id");
            var young = hooks.post("/msg", Map.of("eventType", "young.one", "payload", Map.of()))
                    .text("/id");
            hooks.await(
                    "/endpoint/" + endpoint + "/stats", s -> s.path("success").asInt() == 2);
            assertThat(EmbeddedPostgres.update(
                            "update webhook_event set created_at = now() - interval '31 days' where id = ?", old))
                    .isEqualTo(1);
            hooks.awaitGone(
                    "/msg/" + old, () -> Operator.platform().post("/v1/platform/schedules/cleanup/run", Map.of()));
            hooks.get("/msg/" + young).ok();
            assertThat(hooks.get("/attempt/endpoint/" + endpoint).ok().at("/data"))
                    .hasSize(1);
        }
    }

    @Test
    void aStolenDatabaseTellsNoCodesAndNoSecrets() throws SQLException {
        try (var receiver = new Receiver();
                var database = EmbeddedPostgres.connect()) {
            var endpoint = hooks.endpoint(receiver, "headers", Map.of("X-Key", "treasure-map"));
            hooks.post("/msg", Map.of("eventType", "a.b", "payload", Map.of("code", "treasure-chest")));
            receiver.await(r -> r.body().contains("treasure-chest"));
            hooks.await(
                    "/endpoint/" + endpoint + "/stats", s -> s.path("success").asInt() == 1);
            var secret = hooks.get("/endpoint/" + endpoint + "/secret").ok().text("/key");
            for (var table :
                    new String[] {"webhook_endpoint", "webhook_event", "webhook_attempt", "webhook_delivery", "job"}) {
                for (var word : new String[] {"treasure", secret}) {
                    assertThat(seen(database, table, word)).as(table).isZero();
                }
            }
        }
    }

    private static long seen(java.sql.Connection database, String table, String word) throws SQLException {
        try (var query = database.prepareStatement("select count(*) from " + table
                + " t where position(? in t::text) > 0 or position(? in t::text) > 0")) {
            query.setString(1, word);
            query.setString(
                    2, java.util.HexFormat.of().formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void age(String endpoint, String by) throws SQLException {
        assertThat(EmbeddedPostgres.update(
                        "update webhook_endpoint set failing_since = now() - interval '" + by + "' where id = ?",
                        endpoint))
                .isEqualTo(1);
    }

    private void example(String endpoint) {
        hooks.post("/endpoint/" + endpoint + "/send-example", Map.of("eventType", "user.created"))
                .ok();
    }
}
