package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;

/** What happens at once on a real PostgreSQL: one wins, the other is told so, and nobody sees an error of ours or a wait without end. */
class RacesIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();
    private static final int TIMES = 5;

    /** Such an address expects one known code, so that two inboxes are not mixed up. */
    private final String email = "person-" + UUID.randomUUID() + "+clerk_test@example.com";

    @RepeatedTest(TIMES)
    void ofTwoWhoSignUpWithOneAddressOneGetsIt() {
        var first = signUp(email);
        var second = signUp(email);

        var answers = atOnce(first, second);

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 422);
        answers.stream().filter(answer -> answer.status() == 422).forEach(answer -> assertThat(answer.codes())
                .containsExactly("form_identifier_exists"));
        assertThat(BACKEND.get("/v1/users?email_address=" + Wire.encode(email))
                        .ok()
                        .json())
                .hasSize(1);
    }

    @RepeatedTest(TIMES)
    void aCodeLetsInOnce() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        var browser = APP.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email, "strategy", "email_code")
                .ok()
                .text("/response/id");
        Supplier<Answer> attempt = () -> browser.post(
                "/v1/client/sign_ins/" + signIn + "/attempt_first_factor", "strategy", "email_code", "code", "424242");

        var answers = atOnce(attempt, attempt, attempt);

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(statuses(answers)).allMatch(status -> status < 500);
        assertThat(BACKEND.get("/v1/sessions?user_id=" + user).ok().json()).hasSize(1);
    }

    @RepeatedTest(TIMES)
    void aCodeOfTheAppIsRightOnce() {
        BACKEND.createUser(email, Browser.PASSWORD);
        var path = "/v1/email_addresses/"
                + BACKEND.get("/v1/users?email_address=" + Wire.encode(email))
                        .ok()
                        .text("/0/primary_email_address_id");
        var sent = BACKEND.post(path + "/prepare_verification", Map.of()).ok().text("/id");
        Supplier<Answer> attempt =
                () -> BACKEND.post(path + "/attempt_verification", Map.of("verification_id", sent, "code", "424242"));

        var answers = atOnce(attempt, attempt, attempt);

        assertThat(statuses(answers)).containsOnlyOnce(200);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.refused(400, "verification_already_verified"));
    }

    @RepeatedTest(TIMES)
    void ofTwoNewPrimaryAddressesOneIsThePrimaryOneInTheEnd() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        var one = added(user);
        var other = added(user);

        var answers = atOnce(() -> primary(one), () -> primary(other), () -> primary(one), () -> primary(other));

        assertThat(statuses(answers)).containsOnly(200);
        assertThat(BACKEND.get("/v1/users/" + user).ok().text("/primary_email_address_id"))
                .isIn(one, other);
    }

    @RepeatedTest(TIMES)
    void aPrimaryAddressIsNeverOneThatIsGone() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        var one = added(user);

        var answers = atOnce(() -> primary(one), () -> BACKEND.delete("/v1/email_addresses/" + one));

        assertThat(statuses(answers)).allMatch(status -> status == 200 || status == 404);
        var shown = BACKEND.get("/v1/users/" + user).ok();
        assertThat(shown.at("/email_addresses").findValuesAsText("id"))
                .contains(shown.text("/primary_email_address_id"));
    }

    @RepeatedTest(TIMES)
    void whoIsDeletedDuringASignInIsNotSignedIn() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        var browser = APP.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email, "strategy", "email_code")
                .ok()
                .text("/response/id");
        Supplier<Answer> byCode = () -> browser.post(
                "/v1/client/sign_ins/" + signIn + "/attempt_first_factor", "strategy", "email_code", "code", "424242");
        Supplier<Answer> byPassword =
                () -> APP.browser().post("/v1/client/sign_ins", "identifier", email, "password", Browser.PASSWORD);

        var answers = atOnce(byCode, byPassword, () -> BACKEND.delete("/v1/users/" + user));

        assertThat(statuses(answers)).allMatch(status -> status < 500);
        answers.get(2).ok();
        BACKEND.get("/v1/users/" + user).refused(404, "resource_not_found");
        assertThat(BACKEND.get("/v1/sessions?user_id=" + user).ok().json()).isEmpty();
    }

    @RepeatedTest(TIMES)
    void whoIsBannedDuringASignInIsNotSignedIn() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        Supplier<Answer> signIn =
                () -> APP.browser().post("/v1/client/sign_ins", "identifier", email, "password", Browser.PASSWORD);

        var answers = atOnce(signIn, signIn, () -> BACKEND.post("/v1/users/" + user + "/ban", Map.of()));

        assertThat(statuses(answers)).allMatch(status -> status < 500);
        answers.get(2).ok();
        assertThat(BACKEND.get("/v1/sessions?status=active&user_id=" + user)
                        .ok()
                        .json())
                .isEmpty();
    }

    /** The attacker signs in beside somebody who has left a session open, proves to be themselves, and turns the client over meanwhile. */
    @RepeatedTest(TIMES)
    void attackWhatOneUserHasProvedIsDoneToAnother() {
        var operator = Operator.platform();
        var app = operator.configure(operator.development(), Map.of("session", Map.of("single_session_mode", false)));
        var browser = app.browser();
        var victim = browser.signUp();
        var theirs = "somebody-elses-Mule-42";
        browser.post("/v1/me/change_password", "current_password", Browser.PASSWORD, "new_password", theirs)
                .ok();
        var own = browser.signUp().sessionId();
        var current = Browser.PASSWORD;
        for (int delay = 10; delay <= 90; delay += 20) {
            browser.post("/v1/client/sessions/" + own + "/touch").ok();
            var pause = Duration.ofMillis(delay);
            var known = current;
            var wanted = "attackers-Zebra-" + delay;
            var answers = atOnce(
                    () -> browser.post("/v1/me/change_password", "current_password", known, "new_password", wanted),
                    () -> {
                        LockSupport.parkNanos(pause.toNanos());
                        return browser.post("/v1/client/sessions/" + victim.sessionId() + "/touch");
                    });
            app.backend()
                    .post("/v1/users/" + victim.userId() + "/verify_password", Map.of("password", theirs))
                    .ok();
            current = answers.get(0).status() == 200 ? wanted : current;
        }
        browser.post("/v1/client/sessions/" + own + "/touch").ok();
        browser.post("/v1/me/change_password", "current_password", current, "new_password", "last-Zebra-in-line-7")
                .ok(); // so could the attacker, each time
    }

    private static Supplier<Answer> signUp(String email) {
        var browser = APP.browser();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        return () -> browser.post(path + "/attempt_verification", "strategy", "email_code", "code", "424242");
    }

    private static String added(String user) {
        return BACKEND.post(
                        "/v1/email_addresses",
                        Map.of("user_id", user, "email_address", Tenant.freshEmail(), "verified", true))
                .ok()
                .text("/id");
    }

    private static Answer primary(String id) {
        return BACKEND.patch("/v1/email_addresses/" + id, Map.of("primary", true));
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList();
    }

    @SafeVarargs
    static List<Answer> atOnce(Supplier<Answer>... asked) {
        var threads = Executors.newFixedThreadPool(asked.length);
        var start = new CyclicBarrier(asked.length);
        try {
            var running = new ArrayList<Future<Answer>>();
            for (var one : asked) {
                running.add(threads.submit(() -> {
                    start.await();
                    return one.get();
                }));
            }
            var answers = new ArrayList<Answer>();
            for (var one : running) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
