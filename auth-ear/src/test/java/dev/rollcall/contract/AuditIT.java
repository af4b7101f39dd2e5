package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what, when and from where is written down, and shown to whom it belongs. */
class AuditIT {

    private static final Operator OPERATOR = Operator.platform();

    private Tenant app;

    @BeforeEach
    void anInstance() {
        app = OPERATOR.development();
    }

    @Test
    void whatAnAppsServerDoesIsWrittenDownWithItsKey() {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var banned = app.backend().post("/v1/users/" + user + "/ban", Map.of()).ok();
        var event = only("action=user.banned&target_id=" + user);

        assertThat(event.at("/actor/type").asText()).isEqualTo("secret_key");
        assertThat(event.at("/actor/id").asText()).startsWith("sk_").doesNotContain(app.secretKey());
        assertThat(event.at("/target/type").asText()).isEqualTo("user");
        assertThat(event.path("ip_address").asText()).isNotBlank();
        assertThat(event.path("user_agent").asText()).contains("Java");
        assertThat(event.path("trace_id").asText()).isEqualTo(banned.header("x-clerk-trace-id"));
        assertThat(event.path("created_at").asLong()).isPositive();
    }

    @Test
    void whoSignedInAndWhoTriedInVain() {
        var person = app.browser().signUp();
        app.browser().post("/v1/client/sign_ins", "identifier", person.email(), "password", "wrong-Guess-1");
        app.browser().signIn(person.email(), person.password());
        var failed = only("action=sign_in.failed&target_id=" + person.userId());

        assertThat(failed.at("/target/id").asText()).isEqualTo(person.userId());
        assertThat(list("action=session.created&target_id=" + person.userId())).hasSize(2);
        assertThat(failed.toString())
                .doesNotContain(person.email())
                .doesNotContain("wrong-Guess")
                .doesNotContain(person.password());
    }

    /** An app may keep somebody's rights in public metadata: to give them is no rename. */
    @Test
    void whatMetadataSaidBeforeAndAfter() {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        app.backend()
                .patch(
                        "/v1/users/" + user + "/metadata",
                        Map.of(
                                "public_metadata",
                                Map.of("role", "operator"),
                                "private_metadata",
                                Map.of("pin", "4711")))
                .ok();
        var event = only("action=user.updated&target_id=" + user);
        assertThat(event.at("/before/public_metadata").isObject()).isTrue();
        assertThat(event.at("/before/public_metadata").has("role")).isFalse();
        assertThat(event.at("/after/public_metadata/role").asText()).isEqualTo("operator");
        assertThat(event.at("/after/changed").toString()).contains("private_metadata.pin", "public_metadata");
        assertThat(event.toString()).doesNotContain("4711");
    }

    @Test
    void aPasswordThatWasNotTheUsers() {
        var user =
                app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        app.backend()
                .post("/v1/users/" + user + "/verify_password", Map.of("password", "wrong-Guess-1"))
                .refused(422, "form_password_incorrect", "password");
        assertThat(only("action=password.not_verified&target_id=" + user).toString())
                .doesNotContain("wrong-Guess");
    }

    /** Whoever reads a letter may use the code in it. */
    @Test
    void whoReadsLetters() {
        new Hooks(app).post("/endpoint", Map.of("url", "http://127.0.0.1:9/none"));
        var email = app.browser().signUp().email();
        int before = list("action=messages.read").size(); // the code of the sign-up was read
        app.backend().get("/v1/messages?status=failed").ok(); // shows none
        var listed = app.backend().get("/v1/messages?to_email_address=" + email).ok();
        var message = listed.text("/data/0/id");
        var events = list("action=messages.read");
        assertThat(events).hasSize(before + 1);
        var event = events.get(0);
        assertThat(event.at("/after/ids").toString()).contains(message);
        assertThat(event.path("trace_id").asText()).isEqualTo(listed.header("x-clerk-trace-id"));
        app.backend().get("/v1/messages/" + message).ok();
        assertThat(only("action=message.read&target_id=" + message)
                        .at("/actor/type")
                        .asText())
                .isEqualTo("secret_key");

        var told = new Hooks(app).get("/msg?event_types=email.created").ok();
        assertThat(only("action=message_events.read").at("/after/ids").toString())
                .contains(told.text("/data/0/id"));
        new Hooks(app).get("/msg?event_types=user.created").ok();
        new Hooks(app).get("/msg?event_types=email.created&with_content=false").ok();
        only("action=message_events.read");
    }

    @Test
    void keysThatOpenNothing() {
        var from = "198.51.100.77";
        var key = "sk_live_" + "guess".repeat(9);
        for (int n = 0; n < 3; n++) {
            assertThat(refused("/v1/users", key, from)).isEqualTo(401);
        }
        assertThat(refused("/v1/platform/applications", "plapi_guess", from)).isEqualTo(401);
        var rows = Eventually.see(
                "refused keys",
                () -> OPERATOR.get("/v1/platform/audit_events?action=key.refused&limit=100")
                        .ok()
                        .at("/data"),
                all -> StreamSupport.stream(all.spliterator(), false)
                                .filter(row -> row.path("ip_address").asText().equals(from))
                                .count()
                        >= 2);
        assertThat(rows.toString()).contains("sk_live_", "plapi_").doesNotContain("guess");
    }

    private static int refused(String path, String key, String from) {
        return Wire.send(HttpRequest.newBuilder(URI.create(Rollcall.url() + path))
                        .header("Authorization", "Bearer " + key)
                        .header("X-Forwarded-For", from))
                .status();
    }

    /** An address is a way in: whoever has taken an account over adds one of their own. */
    @Test
    void whatPeopleChangeOfTheirOwnWaysIn() {
        var browser = app.browser();
        browser.signUp();
        var address = Tenant.freshEmail();
        var id = browser.post("/v1/me/email_addresses", "email_address", address)
                .ok()
                .text("/response/id");
        var path = "/v1/me/email_addresses/" + id;
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        browser.post(path + "/attempt_verification", "code", app.backend().code(address))
                .ok();
        assertThat(only("action=email_address.verified&target_id=" + id)
                        .at("/actor/type")
                        .asText())
                .isEqualTo("user");
        browser.delete(path).ok();
        only("action=email_address.deleted&target_id=" + id);
    }

    @Test
    void whoLooksAtSecretKeys() {
        var path = "/v1/platform/applications/" + app.applicationId();
        var shown = OPERATOR.get(path + "?include_secret_keys=true").ok();
        var events = OPERATOR.get("/v1/platform/audit_events?action=secret_keys.shown&target_id=" + app.applicationId())
                .ok();
        assertThat(events.json().findValuesAsText("trace_id")).contains(shown.header("x-clerk-trace-id"));
    }

    @Test
    void settingsAreWrittenDownAsTheyWereAndAre() {
        OPERATOR.configure(app, Map.of("password", Map.of("min_length", 11)));
        var event = only("action=config.changed");

        assertThat(event.at("/actor/type").asText()).isEqualTo("platform_token");
        assertThat(event.at("/before/password/min_length").asInt()).isEqualTo(8);
        assertThat(event.at("/after/password/min_length").asInt()).isEqualTo(11);
        assertThat(StreamSupport.stream(
                        OPERATOR.get("/v1/platform/audit_events?action=config.changed&limit=100")
                                .ok()
                                .at("/data")
                                .spliterator(),
                        false))
                .anyMatch(e -> e.path("id").asText().equals(event.path("id").asText())
                        && e.path("instance_id").asText().equals(app.instanceId()));
    }

    @Test
    void whatIsRefusedIsNotWrittenDownAsDone() {
        app.backend().put("/v1/message_channels/email", Map.of("kind", "carrier_pigeon"));
        app.backend().post("/v1/test_clocks", Map.of("time", 1)).refused(422, "test_clock_backwards", "time");
        assertThat(list("action=message_channel.set")).isEmpty();
        assertThat(list("action=test_clock.created")).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherAndTheExportHoldsThemAll() {
        for (int n = 0; n < 7; n++) {
            app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
        }
        var seen = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = ids(list("action=user.created&limit=3" + after));
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            after = "&starting_after=" + page.get(page.size() - 1);
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        var export = Wire.send(HttpRequest.newBuilder(
                        URI.create(Rollcall.url() + "/v1/audit_events?action=user.created&format=ndjson"))
                .header("Authorization", "Bearer " + app.secretKey()));
        var lines = new String(export.body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(export.header("content-type")).startsWith("application/x-ndjson");
        assertThat(lines).hasSize(7).allSatisfy(line -> assertThat(line).contains("user.created"));
        var total = app.backend()
                .get("/v1/audit_events?action=user.created&limit=1")
                .ok();
        assertThat(total.at("/total_count").asInt()).isEqualTo(7);
    }

    @Test
    void filtersNarrow() {
        app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
        var all = list("limit=100");
        var first = all.get(0).path("created_at").asLong();

        assertThat(list("created_at_after=" + (first + 1))).isEmpty();
        assertThat(list("created_at_before=" + (first + 1) + "&limit=100")).hasSameSizeAs(all);
        assertThat(list("actor_type=user")).isEmpty();
        assertThat(list("actor_type=secret_key&limit=100")).isNotEmpty();
        app.backend()
                .get("/v1/audit_events?created_at_after=soon")
                .refused(422, "form_param_type_invalid", "created_at_after");
        app.backend().get("/v1/audit_events?color=red").refused(422, "form_param_unknown", "color");
        app.backend().get("/v1/audit_events?format=xml").refused(422, "form_param_value_invalid", "format");
        app.backend()
                .get("/v1/audit_events?starting_after=aud_none")
                .refused(422, "form_param_value_invalid", "starting_after");
    }

    @Test
    void anotherInstancesEventsAreNobodysBusiness() {
        app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
        var ours = ids(list("limit=1")).get(0);
        var theirs = OPERATOR.development().backend();

        theirs.get("/v1/audit_events?starting_after=" + ours)
                .refused(422, "form_param_value_invalid", "starting_after");
        assertThat(theirs.get("/v1/audit_events?limit=500").ok().json().toString())
                .doesNotContain(ours)
                .doesNotContain(app.instanceId());
        assertThat(app.backend().get("/v1/platform/audit_events").status()).isEqualTo(401);
    }

    private JsonNode only(String query) {
        var found = list(query);
        assertThat(found).as(query).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> list(String query) {
        var data = app.backend().get("/v1/audit_events?" + query).ok().at("/data");
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }
}
