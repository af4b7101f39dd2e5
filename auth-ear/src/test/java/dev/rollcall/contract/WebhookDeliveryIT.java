package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How events get to endpoints, and what becomes of those that do not. */
class WebhookDeliveryIT {

    private final Tenant app = Operator.platform().development();
    private final Hooks hooks = new Hooks(app);

    @Test
    void anEndpointHearsWhatItAskedFor() {
        try (var receiver = new Receiver();
                var all = new Receiver()) {
            hooks.endpoint(receiver, "filterTypes", List.of("user.deleted"));
            hooks.endpoint(all);
            var id = user();
            app.backend().delete("/v1/users/" + id).ok();
            receiver.await("user.deleted");
            all.await("user.deleted");
            assertThat(receiver.types()).containsExactly("user.deleted");
            assertThat(all.types()).contains("user.created");
        }
    }

    @Test
    void aFailureIsTriedAgainUnderTheSameId() {
        try (var receiver = new Receiver().answering(500, Map.of())) {
            var endpoint = hooks.endpoint(receiver);
            user();
            var first = receiver.await("user.created");
            hooks.await("/endpoint/" + endpoint, e -> !e.path("failingSince").isNull());
            receiver.answering(200, Map.of());
            var both = receiver.await(r -> r.type().equals("user.created"), 2);
            assertThat(both.get(1).id()).isEqualTo(first.id());
            assertThat(both.get(1).body()).isEqualTo(first.body());
            var attempts = hooks.await(
                    "/attempt/endpoint/" + endpoint, a -> a.path("data").size() == 2);
            assertThat(attempts.at("/data/0/status").asInt()).isZero();
            assertThat(attempts.at("/data/1/responseStatusCode").asInt()).isEqualTo(500);
            assertThat(attempts.at("/data/1/response").asText()).isEqualTo("got it");
            assertThat(attempts.at("/data/1/requestHeaders/svix-signature").asText())
                    .isEqualTo("(hidden)");
            assertThat(attempts.at("/data/1/requestHeaders/svix-id").asText()).isEqualTo(first.id());
            hooks.await("/endpoint/" + endpoint, e -> e.path("failingSince").isNull());
        }
    }

    /** A redirect could lead us into the network. */
    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        try (var inside = new Receiver();
                var receiver = new Receiver()
                        .answering(302, Map.of("Location", inside.url().toString()))) {
            var endpoint = hooks.endpoint(receiver);
            user();
            var attempts = hooks.await(
                    "/attempt/endpoint/" + endpoint, a -> a.path("data").size() == 1);
            assertThat(attempts.at("/data/0/statusText").asText()).isEqualTo("fail");
            assertThat(attempts.at("/data/0/responseStatusCode").asInt()).isEqualTo(302);
            assertThat(inside.types()).isEmpty();
        }
    }

    @Test
    void anEndpointMayAskUsToStop() {
        try (var receiver = new Receiver().answering(500, Map.of("webhook-delivery", "abort-message"))) {
            var endpoint = hooks.endpoint(receiver);
            user();
            hooks.await(
                    "/endpoint/" + endpoint + "/stats",
                    s -> s.path("fail").asInt() == 1 && s.path("pending").asInt() == 0);
        }
    }

    @Test
    void whatFailedIsRecoveredAndWhatWasMissedIsReplayed() {
        try (var receiver = new Receiver().answering(500, Map.of("webhook-delivery", "abort-message"));
                var late = new Receiver()) {
            var endpoint = hooks.endpoint(receiver);
            user();
            hooks.await("/endpoint/" + endpoint + "/stats", s -> s.path("fail").asInt() == 1);
            receiver.answering(200, Map.of());
            var since = Map.of("since", "2020-01-01T00:00:00Z");
            var task = hooks.post("/endpoint/" + endpoint + "/recover", since);
            assertThat(task.status()).isEqualTo(202);
            hooks.await(
                    "/endpoint/" + endpoint + "/stats", s -> s.path("success").asInt() == 1);

            var newcomer = hooks.endpoint(late);
            hooks.post("/endpoint/" + newcomer + "/replay-missing", since);
            late.await("user.created");
            hooks.await(
                    "/endpoint/" + newcomer + "/stats", s -> s.path("success").asInt() == 1);
            hooks.post(
                    "/endpoint/" + newcomer + "/bulk-replay",
                    Map.of("since", "2020-01-01T00:00:00Z", "eventTypes", List.of("user.created"), "status", 0));
            late.await(r -> r.type().equals("user.created"), 2);
        }
    }

    @Test
    void aDeliveredEventIsSentAgainOnDemand() {
        try (var receiver = new Receiver()) {
            var endpoint = hooks.endpoint(receiver, "uid", "main");
            user();
            var first = receiver.await("user.created");
            hooks.await("/endpoint/main/stats", s -> s.path("success").asInt() == 1);
            hooks.post("/msg/" + first.id() + "/endpoint/main/resend", Map.of());
            receiver.await(r -> r.id().equals(first.id()), 2);
            var attempts = hooks.await(
                    "/attempt/msg/" + first.id(), a -> a.path("data").size() == 2);
            assertThat(attempts.at("/data/0/triggerType").asInt()).isEqualTo(1);
            assertThat(attempts.at("/data/0/endpointId").asText()).isEqualTo(endpoint);
        }
    }

    @Test
    void aDisabledEndpointHearsNothing() {
        try (var receiver = new Receiver();
                var witness = new Receiver()) {
            var endpoint = hooks.endpoint(receiver);
            hooks.endpoint(witness);
            hooks.patch("/endpoint/" + endpoint, Map.of("disabled", true)).ok();
            user();
            witness.await("user.created");
            assertThat(receiver.types()).isEmpty();
            assertThat(hooks.post("/endpoint/" + endpoint + "/send-example", Map.of("eventType", "user.created"))
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void aProductionEndpointIsHttpsAndDoesNotReachInside() {
        var production = new Hooks(Operator.platform().production());
        assertThat(production
                        .post("/endpoint", Map.of("url", "http://example.com/"))
                        .status())
                .isEqualTo(422);
        var created = production.post("/endpoint", Map.of("url", "https://169.254.169.254/latest/meta-data"));
        assertThat(created.status()).isEqualTo(201);
        var endpoint = created.text("/id");
        production
                .post("/endpoint/" + endpoint + "/send-example", Map.of("eventType", "user.created"))
                .ok();
        var attempts = production.await(
                "/attempt/endpoint/" + endpoint, a -> a.path("data").size() == 1);
        assertThat(attempts.at("/data/0/responseStatusCode").asInt()).isZero();
        assertThat(attempts.at("/data/0/response").asText()).isEqualTo("the host's address is not allowed");
    }

    @Test
    void theWayInForPeopleOpensEndpointsAndNothingElse() {
        var url = app.backend().post("/v1/webhooks/svix", Map.of()).ok().text("/svix_url");
        app.backend().post("/v1/webhooks/svix_url", Map.of()).ok();
        var token = url.substring(url.indexOf("#key=") + 5);
        var person = new Hooks(app, token);
        try (var receiver = new Receiver()) {
            person.endpoint(receiver);
            person.get("/endpoint").ok();
            assertThat(person.post("/msg", Map.of("eventType", "a", "payload", Map.of()))
                            .status())
                    .isEqualTo(403);
            var forged = new Hooks(app, token.substring(0, token.length() - 2) + "xx");
            assertThat(forged.get("/endpoint").status()).isEqualTo(401);
            var elsewhere = new Hooks(Operator.platform().development(), token);
            assertThat(elsewhere.get("/endpoint").status()).isEqualTo(404);
            assertThat(app.backend().delete("/v1/webhooks/svix").status()).isEqualTo(204);
            assertThat(person.get("/endpoint").ok().at("/data")).isEmpty();
        }
    }

    @Test
    void refusalsSpeakAsSvixDoes() {
        var refused = hooks.get("/endpoint/ep_unknown");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("/code")).isEqualTo("resource_not_found");
        assertThat(refused.text("/detail")).isNotBlank();
    }

    private String user() {
        return app.backend()
                .createUser(Tenant.freshEmail(), "correct-Horse-battery-91")
                .text("/id");
    }
}
