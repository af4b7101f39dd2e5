package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After ten wrong answers a user is locked for an hour: everywhere but in browsers of their own, which count by themselves. */
class LockoutIT {

    private static final int ALLOWED = 10;
    private static final Operator OPERATOR = Operator.platform();

    private static Tenant app;

    @BeforeAll
    static void anInstance() {
        app = OPERATOR.development();
    }

    @Test
    void guessingAPasswordFromManyBrowsers() {
        var person = app.browser().signUp();
        for (int n = 0; n < ALLOWED; n++) {
            attempt(app, person.email(), "wrong-Guess-" + n).refused(422, "form_password_incorrect");
        }
        var locked = attempt(app, person.email(), person.password()).refused(403, "user_locked");

        assertThat(locked.at("/errors/0/meta/lockout_expires_in_seconds").asLong())
                .isBetween(3000L, 3600L);
        var user = app.backend().get("/v1/users/" + person.userId()).ok();
        assertThat(user.at("/locked").asBoolean()).isTrue();
        assertThat(user.at("/lockout_expires_in_seconds").asLong()).isBetween(3000L, 3600L);
        assertThat(user.at("/verification_attempts_remaining").asInt()).isZero();
        assertThat(app.backend()
                        .get("/v1/messages?limit=10&to_email_address=" + Wire.encode(person.email()))
                        .ok()
                        .at("/data/0/slug")
                        .asText())
                .as("the person hears of it")
                .isEqualTo("account_locked");
    }

    @Test
    void guessingInParallel() throws Exception {
        var person = app.browser().signUp();
        var threads = Executors.newFixedThreadPool(8);
        var judged = 0;
        try {
            var tries = IntStream.range(0, 30)
                    .mapToObj(n -> (Callable<String>) () -> attempt(app, person.email(), "wrong-Guess-" + n)
                            .codes()
                            .get(0))
                    .toList();
            for (var answer : threads.invokeAll(tries)) {
                judged += answer.get().equals("form_password_incorrect") ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(judged).as("guesses that were compared").isEqualTo(ALLOWED);
    }

    @Test
    void rightPasswordsSentInParallel() throws Exception {
        var person = app.browser().signUp();
        var threads = Executors.newFixedThreadPool(12);
        try {
            var tries = Stream.<Callable<Integer>>generate(() -> () ->
                            attempt(app, person.email(), person.password()).status())
                    .limit(24)
                    .toList();
            for (var answer : threads.invokeAll(tries)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(remaining(person.userId())).isEqualTo(ALLOWED);
    }

    /** The owner's own browser counts by itself: it is let in, though guessers are locked out, and is locked by its own guesses alone. */
    @Test
    void lockingTheOwnerOutOfTheirOwnBrowser() {
        var browser = app.browser();
        var person = browser.signUp();
        browser.delete("/v1/client/sessions").ok();
        for (int n = 0; n < ALLOWED; n++) {
            attempt(app, person.email(), "wrong-Guess-" + n).refused(422, "form_password_incorrect");
        }
        attempt(app, person.email(), person.password()).refused(403, "user_locked");

        attempt(browser, person.email(), "wrong-Guess").refused(422, "form_password_incorrect");
        attempt(browser, person.email(), person.password()).ok();
        assertThat(remaining(person.userId())).as("whoever proved who they are").isEqualTo(ALLOWED);
        browser.delete("/v1/client/sessions").ok();
        for (int n = 0; n < ALLOWED; n++) {
            attempt(browser, person.email(), "wrong-Guess-" + n).refused(422, "form_password_incorrect");
        }
        attempt(browser, person.email(), person.password()).refused(403, "user_locked");
        attempt(app, person.email(), person.password()).ok();
    }

    /** A client on which only somebody else has signed in is none of the user's. */
    @Test
    void guessingFromAClientThatKnowsSomebodyElse() {
        var browser = app.browser();
        browser.signUp();
        browser.delete("/v1/client/sessions").ok();
        var person = app.browser().signUp();
        for (int n = 0; n < ALLOWED; n++) {
            attempt(app, person.email(), "wrong-Guess-" + n);
        }
        attempt(browser, person.email(), person.password()).refused(403, "user_locked");
    }

    @Test
    void passwordsAndCodesCountTogether() {
        var person = app.browser().signUp();
        for (int n = 0; n < ALLOWED - 1; n++) {
            attempt(app, person.email(), "wrong-Guess-" + n);
        }
        var browser = app.browser();
        var path = "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", person.email(), "strategy", "email_code")
                        .ok()
                        .text("/response/id")
                + "/attempt_first_factor";
        var code = app.backend().code(person.email());
        browser.post(path, "strategy", "email_code", "code", code.equals("111111") ? "222222" : "111111")
                .refused(422, "form_code_incorrect");

        browser.post(path, "strategy", "email_code", "code", code).refused(403, "user_locked");
    }

    @Test
    void aRightAnswerForgivesTheWrongOnes() {
        var person = app.browser().signUp();
        for (int n = 0; n < ALLOWED - 1; n++) {
            attempt(app, person.email(), "wrong-Guess-" + n);
        }
        assertThat(remaining(person.userId())).isEqualTo(1);
        attempt(app, person.email(), person.password()).ok();

        assertThat(remaining(person.userId())).isEqualTo(ALLOWED);
    }

    @Test
    void theLockEndsByItself() {
        var own = OPERATOR.development();
        var person = own.browser().signUp();
        var clock = own.backend().post("/v1/test_clocks", Map.of()).ok().text("/id");
        var codes = new ArrayList<String>();
        for (int n = 0; n <= ALLOWED; n++) {
            codes.addAll(attempt(own, person.email(), "wrong-Guess-" + n).codes());
        }
        assertThat(codes).last().isEqualTo("user_locked");
        own.backend()
                .post(
                        "/v1/test_clocks/" + clock + "/advance",
                        Map.of("seconds", Duration.ofMinutes(61).toSeconds()))
                .ok();

        attempt(own, person.email(), person.password()).ok();
    }

    @Test
    void theSettingIsTheInstances() {
        var strict = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("protection", Map.of("lockout", Map.of("max_attempts", 3, "duration_seconds", 120))));
        var person = strict.browser().signUp();
        for (int n = 0; n < 3; n++) {
            attempt(strict, person.email(), "wrong-Guess-" + n).refused(422, "form_password_incorrect");
        }
        attempt(strict, person.email(), person.password()).refused(403, "user_locked");
        var shown = strict.browser().get("/v1/environment").ok().at("/user_settings/attack_protection/user_lockout");

        assertThat(shown.path("enabled").asBoolean()).isTrue();
        assertThat(shown.path("max_attempts").asInt()).isEqualTo(3);
        assertThat(shown.path("duration_in_minutes").asInt()).isEqualTo(2);
    }

    @Test
    void theOldPasswordIsNotGuessedByWhoIsSignedIn() {
        var browser = app.browser();
        browser.signUp();
        for (int n = 0; n < ALLOWED; n++) {
            browser.post("/v1/me/change_password", "current_password", "wrong-" + n, "new_password", "Next-one-2957")
                    .refused(422, "form_password_incorrect");
        }
        browser.post(
                        "/v1/me/change_password",
                        "current_password",
                        Browser.PASSWORD,
                        "new_password",
                        "Another-fine-2957")
                .refused(403, "user_locked");
    }

    private static int remaining(String userId) {
        return app.backend()
                .get("/v1/users/" + userId)
                .ok()
                .at("/verification_attempts_remaining")
                .asInt();
    }

    private static Answer attempt(Tenant tenant, String email, String password) {
        return attempt(tenant.browser(), email, password);
    }

    private static Answer attempt(Browser browser, String email, String password) {
        return browser.post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", password);
    }
}
