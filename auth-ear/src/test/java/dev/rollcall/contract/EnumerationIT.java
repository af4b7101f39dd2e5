package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With enumeration protection on, nobody learns who has an account: the known and the unknown are answered alike, to the letter. */
class EnumerationIT {

    private static final Operator OPERATOR = Operator.platform();

    private static Tenant app;
    private static String known;
    private static String banned;

    @BeforeAll
    static void anInstanceThatKeepsSilent() {
        app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "protection",
                        Map.of("enumeration_protection", true),
                        "attributes",
                        Map.of("username", Map.of("enabled", true, "used_for_first_factor", true))));
        known = app.browser().signUp().email();
        app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD, "username", "knownname");
        banned = Tenant.freshEmail();
        var id = app.backend().createUser(banned, Browser.PASSWORD).text("/id");
        app.backend().post("/v1/users/" + id + "/ban", Map.of()).ok();
    }

    @Test
    void theEnvironmentSaysSo() {
        assertThat(app.browser()
                        .get("/v1/environment")
                        .ok()
                        .at("/user_settings/attack_protection/enumeration_protection/enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void namingSomebody() {
        alike(email -> app.browser().post("/v1/client/sign_ins", "identifier", email))
                .get(0)
                .ok();
    }

    @Test
    void namingSomebodyByUserName() {
        var one = app.browser().post("/v1/client/sign_ins", "identifier", "knownname");
        var other = app.browser().post("/v1/client/sign_ins", "identifier", "nobodysname");

        assertThat(shape(one, "knownname")).isEqualTo(shape(other, "nobodysname"));
        assertThat(one.ok().at("/response/supported_first_factors").toString()).doesNotContain("example.com");
    }

    @Test
    void guessingAPassword() {
        var answers = alike(email -> app.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", "wrong-Guess-1"));
        answers.get(0).refused(422, "form_password_or_identifier_incorrect", "password");
    }

    @Test
    void somebodyWhoIsBannedIsNobody() {
        var unknown = Tenant.freshEmail();
        var one = app.browser().post("/v1/client/sign_ins", "identifier", banned, "password", "wrong-Guess-1");
        var other = app.browser().post("/v1/client/sign_ins", "identifier", unknown, "password", "wrong-Guess-1");

        assertThat(shape(one, banned)).isEqualTo(shape(other, unknown));
        app.browser()
                .post("/v1/client/sign_ins", "identifier", banned, "password", Browser.PASSWORD)
                .refused(403, "user_banned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email_code", "reset_password_email_code"})
    void askingForACodeAndAnsweringIt(String strategy) {
        var answers = alike(email -> {
            var browser = app.browser();
            var path = "/v1/client/sign_ins/"
                    + browser.post("/v1/client/sign_ins", "identifier", email)
                            .ok()
                            .text("/response/id");
            var prepared = browser.post(path + "/prepare_first_factor", "strategy", strategy)
                    .ok();
            assertThat(prepared.text("/response/first_factor_verification/status"))
                    .isEqualTo("unverified");
            return browser.post(path + "/attempt_first_factor", "strategy", strategy, "code", "no code");
        });
        answers.get(0).refused(422, "form_code_incorrect", "code");
    }

    @Test
    void theOfferedAddressIsAcceptedAndIsTheSameAgain() {
        var answers = alike(email -> {
            var browser = app.browser();
            var begun = browser.post("/v1/client/sign_ins", "identifier", email).ok();
            var again = app.browser()
                    .post("/v1/client/sign_ins", "identifier", email)
                    .ok();
            var offered = addressId(begun);
            assertThat(offered).matches("idn_\\w{27}").isEqualTo(addressId(again));
            return browser.post(
                    "/v1/client/sign_ins/" + begun.text("/response/id") + "/prepare_first_factor",
                    "strategy",
                    "email_code",
                    "email_address_id",
                    offered);
        });
        answers.get(0).ok();
    }

    @Test
    void nobodyIsWrittenToButWhoExists() {
        var unknown = Tenant.freshEmail();
        app.browser()
                .post("/v1/client/sign_ins", "identifier", unknown, "strategy", "email_code")
                .ok();
        var sent = app.backend()
                .get("/v1/messages?to_email_address=" + Wire.encode(unknown))
                .ok();
        assertThat(sent.at("/data").findValuesAsText("status")).containsOnly("withheld");
        var browser = app.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", known, "strategy", "email_code")
                .ok()
                .text("/response/id");
        assertThat(browser.post(
                                "/v1/client/sign_ins/" + signIn + "/attempt_first_factor",
                                "strategy",
                                "email_code",
                                "code",
                                app.backend().code(known))
                        .ok()
                        .text("/response/status"))
                .isEqualTo("complete");
    }

    @Test
    void guessingUntilTheLock() {
        var victim = app.browser().signUp().email();
        var unknown = Tenant.freshEmail();
        Answer last = null;
        for (int n = 0; n < 12; n++) {
            var one = app.browser().post("/v1/client/sign_ins", "identifier", victim, "password", "wrong-Guess-" + n);
            var other =
                    app.browser().post("/v1/client/sign_ins", "identifier", unknown, "password", "wrong-Guess-" + n);
            assertThat(one.status() + one.codes().toString())
                    .as("guess %d", n)
                    .isEqualTo(other.status() + other.codes().toString());
            last = one;
        }
        last.refused(403, "user_locked");
    }

    @Test
    void signingUpWithSomebodysAddress() {
        var answers = alike(email -> {
            var browser = app.browser();
            var begun = browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                    .ok();
            return browser.post(
                    "/v1/client/sign_ups/" + begun.text("/response/id") + "/prepare_verification",
                    "strategy",
                    "email_code");
        });
        answers.get(0).ok();
    }

    @Test
    void whoeverProvesTheAddressIsToldThatItIsTaken() {
        var browser = app.browser();
        var email = app.browser().signUp().email();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        "email_code",
                        "code",
                        app.backend().code(email))
                .refused(422, "form_identifier_exists", "email_address");
    }

    /** To the router a path is the same with something behind a semicolon. */
    @Test
    void aPathInDisguiseKeepsThePace() {
        app.browser().post("/v1/client/sign_ins", "identifier", known); // what is slow the first time
        var began = System.nanoTime();
        app.browser().post("/v1/client/sign_ins;quickly", "identifier", known).ok();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(95));
    }

    /** Asks the same about somebody known and somebody unknown, and holds the answers against each other. */
    private static List<Answer> alike(Function<String, Answer> ask) {
        var unknown = Tenant.freshEmail();
        var one = ask.apply(known);
        var other = ask.apply(unknown);
        assertThat(shape(one, known)).isEqualTo(shape(other, unknown));
        return List.of(one, other);
    }

    private static String addressId(Answer signIn) {
        for (var factor : signIn.at("/response/supported_first_factors")) {
            if (factor.path("strategy").asText().equals("email_code")) {
                return factor.path("email_address_id").asText();
            }
        }
        throw new AssertionError("no code is offered");
    }

    /** The status and the whole text, but for fresh ids, times and what was typed. */
    private static String shape(Answer answer, String typed) {
        return answer.status() + " "
                + levelled(answer.json().deepCopy()).toString().replace(typed, "TYPED");
    }

    private static JsonNode levelled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                if (name.equals("id") || name.endsWith("_id") || name.endsWith("_at") || name.equals("expire_at")) {
                    object.put(name, object.get(name).isNull() ? "none" : "some");
                } else {
                    levelled(object.get(name));
                }
            });
        } else {
            node.forEach(EnumerationIT::levelled);
        }
        return node;
    }
}
