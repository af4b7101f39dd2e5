package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.contract.Receiver.Received;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens is told, as the published schemas have it. */
class WebhookEventsIT {

    private static final List<String> RAISED = List.of(
            "email.created",
            "session.created",
            "session.ended",
            "session.removed",
            "session.revoked",
            "sms.created",
            "user.created",
            "user.deleted",
            "user.updated",
            "waitlistEntry.created",
            "waitlistEntry.updated");

    private static Tenant app;
    private static Receiver receiver;

    @BeforeAll
    static void listens() {
        app = Operator.platform().development();
        receiver = new Receiver();
        new Hooks(app).endpoint(receiver);
    }

    @AfterAll
    static void closes() {
        receiver.close();
    }

    @Test
    void whoWaitsIsToldOf() {
        var id = app.backend()
                .post("/v1/waitlist_entries", Map.of("email_address", Tenant.freshEmail()))
                .ok()
                .text("/id");
        var created = valid(receiver.await(about("waitlistEntry.created", id)));
        assertThat(created.at("/data/status").asText()).isEqualTo("pending");
        app.backend().post("/v1/waitlist_entries/" + id + "/invite", Map.of()).ok();
        var updated = valid(receiver.await(about("waitlistEntry.updated", id)));
        assertThat(updated.at("/data/invitation/status").asText()).isEqualTo("pending");
    }

    @Test
    void aPortalTokenReadsNoCodes() {
        var person = app.browser().signUp();
        receiver.await(r -> r.type().equals("email.created")
                && at(r, "/data/to_email_address").equals(person.email()));
        var code = app.backend().code(person.email());
        var token = portalToken(app, true);
        var path = "/msg?event_types=email.created&limit=100";
        assertThat(new Hooks(app).get(path).ok().json().toString()).contains(person.email(), code);
        assertThat(new Hooks(app, token).get(path).ok().json().toString())
                .contains(person.email())
                .doesNotContain(code);
    }

    /** Whoever says where events go, or whose they are there, would read them. */
    @Test
    void aPortalTokenHasNoCodesSentToAnEndpointOfItsOwn() {
        var tenant = Operator.platform().development();
        var server = new Hooks(tenant);
        var portal = new Hooks(tenant, portalToken(tenant, false));
        try (var own = new Receiver();
                var repointed = new Receiver();
                var reheaded = new Receiver();
                var vouched = new Receiver();
                var untouched = new Receiver()) {
            var made = portal.endpoint(own);
            var moved = server.endpoint(untouched, "description", "moved");
            portal.patch("/endpoint/" + moved, Map.of("url", repointed.url().toString()))
                    .ok();
            var headed = server.endpoint(reheaded);
            portal.patch("/endpoint/" + headed + "/headers", Map.of("headers", Map.of("x-account", "mine")));
            var kept = portal.endpoint(vouched);
            server.patch("/endpoint/" + kept, Map.of("url", vouched.url().toString()))
                    .ok();
            var plain = server.endpoint(untouched);
            portal.patch("/endpoint/" + plain, Map.of("description", "a new word"))
                    .ok();

            var email = tenant.browser().signUp().email();
            var code = tenant.backend().code(email);
            for (var narrow : List.of(own, repointed, reheaded)) {
                var letter = narrow.await("email.created");
                assertThat(letter.body()).contains(email).doesNotContain(code);
            }
            assertThat(vouched.await("email.created").body()).contains(code);
            assertThat(untouched.await("email.created").body()).contains(code);
            assertThat(server.get("/endpoint/" + made).ok().json().path("messagesRedacted"))
                    .hasToString("true");
            assertThat(server.get("/endpoint/" + plain).ok().json().has("messagesRedacted"))
                    .isFalse();

            var event = server.get("/msg?event_types=email.created&limit=1").text("/data/0/id");
            portal.post("/msg/" + event + "/endpoint/" + made + "/resend", Map.of());
            var replayed = own.await(r -> r.type().equals("email.created"), 2);
            assertThat(replayed).noneMatch(r -> r.body().contains(code));
        }
    }

    @Test
    void aPortalTokenEndsWithTheKeyThatMadeIt() {
        var tenant = Operator.platform().development();
        var portal = new Hooks(tenant, portalToken(tenant, false));
        portal.get("/endpoint").ok();
        Operator.platform()
                .post("/v1/platform/applications/" + tenant.applicationId() + "/rotate_secret_keys", Map.of())
                .ok();
        assertThat(portal.get("/endpoint").status()).isEqualTo(401);
    }

    private static String portalToken(Tenant of, boolean readOnly) {
        return Wire.send(HttpRequest.newBuilder(
                                URI.create(Rollcall.url() + "/api/v1/auth/app-portal-access/" + of.instanceId()))
                        .header("Authorization", "Bearer " + of.secretKey())
                        .header("Content-Type", "application/json")
                        .POST(Backend.json(Map.of("readOnly", readOnly))))
                .text("/token");
    }

    @Test
    void aSignUpIsToldOnceAndWithItsAddress() {
        var person = app.browser().signUp();
        var created = valid(receiver.await(about("user.created", person.userId())));
        assertThat(created.at("/data/email_addresses/0/email_address").asText()).isEqualTo(person.email());
        assertThat(created.at("/data/primary_email_address_id").asText()).startsWith("idn_");
        assertThat(created.at("/data/private_metadata").isObject()).isTrue();
        assertThat(created.path("instance_id").asText()).isEqualTo(app.instanceId());
        assertThat(created.at("/event_attributes/http_request/client_ip").asText())
                .isEqualTo("127.0.0.1");

        var session = valid(receiver.await(r ->
                r.type().equals("session.created") && at(r, "/data/user_id").equals(person.userId())));
        assertThat(session.at("/data/user/id").asText()).isEqualTo(person.userId());
        assertThat(session.at("/data/latest_activity/object").asText()).isEqualTo("session_activity");
        assertThat(receiver.got(about("user.created", person.userId()))).hasSize(1);
        assertThat(receiver.got(about("user.updated", person.userId()))).isEmpty();
    }

    @Test
    void aCodeIsToldWithItsMail() {
        var browser = app.browser();
        var email = Tenant.freshEmail();
        var signUp =
                browser.post("/v1/client/sign_ups", "email_address", email).ok().text("/response/id");
        browser.post("/v1/client/sign_ups/" + signUp + "/prepare_verification", "strategy", "email_code")
                .ok();
        var mail = valid(receiver.await(r -> r.type().equals("email.created")
                && at(r, "/data/to_email_address").equals(email)));
        assertThat(mail.at("/data/data/otp_code").asText())
                .isEqualTo(app.backend().code(email));
        assertThat(mail.at("/data/slug").asText()).isEqualTo("verification_code");
    }

    @Test
    void aTextMessageIsToldWithItsCode() {
        Operator.platform().configure(app, Map.of("attributes", Phones.attributes()));
        var browser = app.browser();
        var number = Tenant.freshPhone();
        var signUp =
                browser.post("/v1/client/sign_ups", "phone_number", number).ok().text("/response/id");
        browser.post("/v1/client/sign_ups/" + signUp + "/prepare_verification", "strategy", "phone_code")
                .ok();
        var sms = valid(receiver.await(r ->
                r.type().equals("sms.created") && at(r, "/data/to_phone_number").equals(number)));
        assertThat(sms.at("/data/data/otp_code").asText())
                .isEqualTo(app.backend().textCode(number));
        assertThat(sms.at("/data/message").asText())
                .contains(sms.at("/data/data/otp_code").asText());
    }

    @Test
    void aChangeIsToldAndADeletionWithTheAppsOwnId() {
        var user = app.backend()
                .createUser(Tenant.freshEmail(), "correct-Horse-battery-91", "external_id", "ext-" + System.nanoTime());
        var id = user.text("/id");
        app.backend()
                .patch("/v1/users/" + id, Map.of("first_name", "Ada", "last_name", "Lovelace"))
                .ok();
        app.backend()
                .patch("/v1/users/" + id + "/metadata", Map.of("private_metadata", Map.of("plan", "gold")))
                .ok();
        var updates = receiver.await(about("user.updated", id), 2);
        assertThat(valid(updates.get(0)).at("/data/first_name").asText()).isEqualTo("Ada");
        assertThat(updates)
                .extracting(r -> at(r, "/data/private_metadata/plan"))
                .containsExactlyInAnyOrder("", "gold");

        app.backend().delete("/v1/users/" + id).ok();
        var deleted = valid(receiver.await(about("user.deleted", id)));
        assertThat(deleted.at("/data/deleted").asBoolean()).isTrue();
        assertThat(deleted.at("/data/external_id").asText()).isEqualTo(user.text("/external_id"));
    }

    @Test
    void aBanIsToldOnceWithTheSessionThatItEnds() {
        var person = app.browser().signUp();
        app.backend().post("/v1/users/" + person.userId() + "/ban", Map.of()).ok();
        var banned = valid(receiver.await(about("user.updated", person.userId())));
        assertThat(banned.at("/data/banned").asBoolean()).isTrue();
        valid(receiver.await(about("session.revoked", person.sessionId())));
        app.backend().post("/v1/users/" + person.userId() + "/ban", Map.of()).ok();
        app.backend().post("/v1/users/" + person.userId() + "/unban", Map.of()).ok();
        assertThat(receiver.await(about("user.updated", person.userId()), 2))
                .as("a ban of somebody who is banned is no news")
                .extracting(r -> at(r, "/data/banned"))
                .containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void everyWayToSignOutHasItsEvent() {
        for (var way : List.of("end", "remove")) {
            var browser = app.browser();
            var session = browser.signUp().sessionId();
            browser.post("/v1/client/sessions/" + session + "/" + way).ok();
            valid(receiver.await(about(way.equals("end") ? "session.ended" : "session.removed", session)));
        }
        var session = app.browser().signUp().sessionId();
        app.backend().post("/v1/sessions/" + session + "/revoke", Map.of()).ok();
        var revoked = valid(receiver.await(about("session.revoked", session)));
        assertThat(revoked.at("/data/status").asText()).isEqualTo("revoked");
        app.backend().post("/v1/sessions/" + session + "/revoke", Map.of()).ok();
        assertThat(receiver.got(about("session.revoked", session))).hasSize(1);
    }

    @Test
    void aRefusedChangeIsNotTold() {
        var email = Tenant.freshEmail();
        app.backend().createUser(email, "correct-Horse-battery-91");
        app.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "email_address",
                                List.of(email),
                                "password",
                                "correct-Horse-battery-91",
                                "first_name",
                                "Twin"))
                .refused(422, "form_identifier_exists");
        var other = app.backend()
                .createUser(Tenant.freshEmail(), "correct-Horse-battery-91")
                .text("/id");
        receiver.await(about("user.created", other));
        assertThat(receiver.got(r -> at(r, "/data/first_name").equals("Twin"))).isEmpty();
    }

    @Test
    void examplesAreValidToo() {
        var hooks = new Hooks(app);
        try (var other = new Receiver()) {
            var endpoint = hooks.endpoint(other, "filterTypes", List.of("nothing.else"));
            for (var name : RAISED) {
                hooks.post("/endpoint/" + endpoint + "/send-example", Map.of("eventType", name))
                        .ok();
                valid(other.await(name));
            }
        }
    }

    private static java.util.function.Predicate<Received> about(String type, String id) {
        return r -> r.type().equals(type) && at(r, "/data/id").equals(id);
    }

    private static String at(Received received, String pointer) {
        return received.json().at(pointer).asText();
    }

    private static JsonNode valid(Received received) {
        assertThat(Specs.loaded().judgeEvent(received.type(), received.body()))
                .as(received.body())
                .isEmpty();
        return received.json();
    }
}
