package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by their names, each of which must come to nothing. */
class AttacksIT {

    private static final Tenant APP = Rollcall.standard();

    private static Tenant live;

    @BeforeAll
    static void aProductionInstance() {
        live = Operator.platform().production();
    }

    @Test
    void sessionFixation() {
        var victim = live.browser();
        victim.post("/v1/client/sign_ups").ok();
        var planted = victim.stolen();
        assertThat(planted.cookies()).containsKey("__client");
        var person = victim.signUp();

        planted.get("/v1/me").refused(401, "authentication_invalid");
        assertThat(planted.post("/v1/client/sessions/" + person.sessionId() + "/tokens")
                        .status())
                .isEqualTo(401);
        assertThat(victim.token(person.sessionId())).isNotBlank();
    }

    @Test
    void guessedClientCookie() {
        var thief = live.browser();
        for (var guess :
                new String[] {"", "x", "client_000000000000000000000000000", "a".repeat(5000), "' or 1=1 --", "%00"}) {
            thief.cookies().put("__client", guess);
            assertThat(thief.get("/v1/me").status()).as("__client=%s", guess).isIn(400, 401, 431);
        }
    }

    @Test
    void signedOutCookieIsReplayed() {
        var browser = live.browser();
        var person = browser.signUp();
        var thief = browser.stolen();
        browser.delete("/v1/client/sessions").ok();

        assertThat(thief.post("/v1/client/sessions/" + person.sessionId() + "/tokens")
                        .status())
                .isEqualTo(401);
        assertThat(thief.get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void sessionTokensAreNoCredentialForTheFrontend() throws Exception {
        var browser = APP.browser();
        var person = browser.signUp();
        var token = Jwt.of(browser.token(person.sessionId()));
        var mallory = KeyPairGenerator.getInstance("RSA");
        mallory.initialize(2048);
        var key = mallory.generateKeyPair().getPrivate();
        var jwks = browser.get("/.well-known/jwks.json").ok();
        var forgeries = List.of(
                token.raw(),
                token.unsigned(),
                token.tampered(claims -> claims.put("sub", "user_000000000000000000000000000")),
                token.signedWithPublicKeyAsSecret(Jwt.publicKey(jwks.at("/keys/0"))),
                token.signedBy(key, claims -> claims.put("exp", 4_000_000_000L)));
        for (var forgery : forgeries) {
            var thief = APP.browser();
            thief.cookies().putAll(Map.of("__client", forgery, "__session", forgery));
            assertThat(thief.get("/v1/me").status()).as("__client=%s", forgery).isEqualTo(401);
            assertThat(thief.post("/v1/client/sessions/" + person.sessionId() + "/tokens")
                            .status())
                    .isIn(401, 404);
        }
    }

    @Test
    void handshakeNonceIsReplayedInParallel() throws Exception {
        var browser = APP.browser();
        browser.signUp();
        var nonce = HandshakeIT.nonce(browser.get(HandshakeIT.path("http://localhost:3000/") + "&format=nonce"));
        var statuses = atOnce(8, n -> APP.backend()
                .get("/v1/clients/handshake_payload?nonce=" + nonce)
                .status());
        assertThat(statuses).containsOnlyOnce(200);
    }

    @ParameterizedTest(name = "redirect_url={0}")
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "javascript:alert(1)",
                "https://evil.example%00.app/",
                "data:text/html,x",
                "https:evil.example"
            })
    void openRedirect(String target) {
        var browser = live.browser();
        browser.signUp();
        var answer = browser.get(HandshakeIT.path(target) + "&format=nonce");
        assertThat(answer.header("location"))
                .doesNotContain("evil.example")
                .doesNotStartWith("javascript")
                .doesNotStartWith("data");
        assertThat(answer.status()).isBetween(400, 422);
    }

    @ParameterizedTest(name = "Origin: {0}")
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:3000",
                "https://evil-$domain",
                "https://$domain.evil.example"
            })
    void crossSiteRequestForgery(String origin) {
        var browser = live.browser();
        var person = browser.signUp();
        var evil = browser.stolen().origin(origin.replace("$domain", live.domain()));
        for (var forged : List.of(
                evil.delete("/v1/me"),
                evil.get("/v1/client"),
                evil.post("/v1/client/sessions/" + person.sessionId() + "/tokens"))) {
            assertThat(forged.status()).isIn(400, 403);
            // clerk-js must be able to read this, so the origin is let in that far
            assertThat(forged.codes()).containsExactly("origin_invalid");
            assertThat(new String(forged.body(), StandardCharsets.UTF_8))
                    .doesNotContain("jwt")
                    .doesNotContain(person.userId());
        }
        live.backend().get("/v1/users/" + person.userId()).ok();
        browser.origin("https://app." + live.domain())
                .patch("/v1/me", "first_name", "Own")
                .ok();
    }

    @Test
    void bruteForcingACode() {
        var browser = APP.browser();
        var email = Tenant.freshEmail();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var code = APP.backend().code(email);
        var wrong = code.equals("111111") ? "222222" : "111111";
        var answers = new ArrayList<String>();
        for (int tries = 0; tries < 5; tries++) {
            answers.addAll(browser.post(path + "/attempt_verification", "strategy", "email_code", "code", wrong)
                    .codes());
        }

        assertThat(answers).first().isEqualTo("form_code_incorrect");
        assertThat(answers).last().isEqualTo("verification_failed");
        var late = browser.post(path + "/attempt_verification", "strategy", "email_code", "code", code);
        assertThat(late.codes()).as("the right code comes too late").containsExactly("verification_failed");
        assertThat(browser.get(path).ok().text("/response/status")).isEqualTo("missing_requirements");
    }

    @Test
    void bruteForcingACodeInParallel() throws Exception {
        var browser = APP.browser();
        var path = prepared(browser, Tenant.freshEmail());
        var codes = atOnce(24, n -> browser.post(
                        path + "/attempt_verification", "strategy", "email_code", "code", "%06d".formatted(n))
                .codes());

        var judged = codes.stream()
                .filter(list -> list.contains("form_code_incorrect"))
                .count();
        assertThat(judged).as("codes that were compared at all").isLessThanOrEqualTo(10);
    }

    @Test
    void oneCodeIsUsedManyTimesInParallel() throws Exception {
        var browser = APP.browser();
        var email = Tenant.freshEmail();
        var path = prepared(browser, email);
        var code = APP.backend().code(email);
        var statuses =
                atOnce(8, n -> browser.post(path + "/attempt_verification", "strategy", "email_code", "code", code)
                        .status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(APP.backend()
                        .get("/v1/users/count?email_address=" + Wire.encode(email))
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void oneAddressIsSignedUpTwiceAtOnce() throws Exception {
        var email = Tenant.freshEmail();
        var browsers = List.of(APP.browser(), APP.browser(), APP.browser(), APP.browser());
        var paths = new ArrayList<String>();
        var codes = new ArrayList<String>();
        for (var browser : browsers) {
            paths.add(prepared(browser, email));
            codes.add(APP.backend().code(email));
        }
        var statuses = atOnce(browsers.size(), n -> browsers.get(n)
                .post(paths.get(n) + "/attempt_verification", "strategy", "email_code", "code", codes.get(n))
                .at("/response/status")
                .asText());

        assertThat(statuses).containsOnlyOnce("complete");
        assertThat(APP.backend()
                        .get("/v1/users?email_address=" + Wire.encode(email))
                        .ok()
                        .json())
                .hasSize(1);
    }

    @Test
    void oneAddressIsCreatedTwiceAtOnceByTheApp() throws Exception {
        var email = Tenant.freshEmail();
        var statuses = atOnce(6, n -> APP.backend()
                .post("/v1/users", Map.of("email_address", List.of(email), "password", Browser.PASSWORD))
                .status());
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).allMatch(status -> status == 200 || status == 422);
    }

    @Test
    void userEnumerationByResetAndByPassword() {
        var known = APP.browser().signUp().email();
        var withKnown = APP.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", known, "password", "wrong-Guess-12")
                .refused(422, "form_password_incorrect");
        assertThat(new String(withKnown.body(), StandardCharsets.UTF_8))
                .as("a refusal says nothing of the person")
                .doesNotContain("first_name")
                .doesNotContain("user_");
    }

    @Test
    void massAssignment() {
        var browser = APP.browser();
        var person = browser.signUp();
        browser.patch(
                "/v1/me",
                "banned",
                "true",
                "external_id",
                "root",
                "password_digest",
                "x",
                "user_id",
                "user_x",
                "instance_id",
                "ins_x");
        var user = APP.backend().get("/v1/users/" + person.userId()).ok();

        assertThat(user.text("/external_id")).isNull();
        assertThat(user.at("/banned").asBoolean()).isFalse();
        assertThat(APP.browser().signIn(person.email(), person.password())).startsWith("sess_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "\"; drop table users; --", "%", "\\", "_%"})
    void sqlInjection(String text) {
        APP.browser()
                .post("/v1/client/sign_ins", "identifier", text)
                .refused(422, "form_identifier_not_found", "identifier");
        assertThat(APP.backend()
                        .get("/v1/users?email_address=" + Wire.encode(text))
                        .ok()
                        .json())
                .isEmpty();
        assertThat(APP.backend()
                        .get("/v1/users?query=" + Wire.encode("zzqq" + text))
                        .ok()
                        .json())
                .isEmpty();
    }

    @Test
    void secretsAreInNoAnswer() {
        var browser = APP.browser();
        var person = browser.signUp();
        for (var answer : List.of(
                browser.get("/v1/client").ok(),
                browser.get("/v1/me").ok(),
                APP.backend().get("/v1/users/" + person.userId()).ok(),
                APP.backend().get("/v1/sessions/" + person.sessionId()).ok())) {
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .doesNotContain("argon2")
                    .doesNotContain("digest")
                    .doesNotContain("token_hash")
                    .doesNotContain(person.password());
        }
    }

    private static String prepared(Browser browser, String email) {
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        return path;
    }

    private interface Step<T> {
        T take(int number);
    }

    private static <T> List<T> atOnce(int times, Step<T> step) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var calls = IntStream.range(0, times)
                    .mapToObj(n -> (Callable<T>) () -> step.take(n))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
