package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Several tabs of one browser do things at once: whatever the order, nobody is answered 500 and one truth remains. */
class TabsIT {

    private static final Tenant APP = Rollcall.standard();

    @Test
    void twoPeopleSigningInAtOnceLeaveOneSessionWhereOnlyOneIsAllowed() throws Exception {
        var people = List.of(
                APP.browser().signUp(), APP.browser().signUp(), APP.browser().signUp());
        var browser = APP.browser();
        var answers = atOnce(people.stream()
                .<Callable<Answer>>map(person -> () -> signIn(browser, person))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 400, 401));
        var client = browser.get("/v1/client").ok();
        assertThat(client.at("/response/sessions")).hasSize(1);
        assertThat(client.text("/response/last_active_session_id")).isEqualTo(client.text("/response/sessions/0/id"));
    }

    @Test
    void signingOutInEveryTabAtOnceIsSigningOutOnce() throws Exception {
        var browser = APP.browser();
        var path = "/v1/client/sessions/" + browser.signUp().sessionId();
        var answers = atOnce(List.of(
                () -> browser.delete("/v1/client/sessions"),
                () -> browser.post(path + "/remove"),
                () -> browser.post(path + "/end"),
                () -> browser.delete("/v1/client/sessions"),
                () -> browser.post(path + "/remove")));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(browser.get("/v1/client").ok().at("/response/sessions")).isEmpty();
    }

    @Test
    void onceASessionIsRevokedNoTabGetsAnotherToken() throws Exception {
        var browser = APP.browser();
        var session = browser.signUp().sessionId();
        var steps = new ArrayList<Callable<Answer>>();
        for (int n = 0; n < 8; n++) {
            steps.add(() -> browser.post("/v1/client/sessions/" + session + "/tokens"));
            steps.add(() -> browser.post("/v1/client/sessions/" + session + "/touch", "intent", "focus"));
        }
        steps.add(3, () -> APP.backend().post("/v1/sessions/" + session + "/revoke", Map.of()));

        assertThat(atOnce(steps))
                .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 401));
        browser.post("/v1/client/sessions/" + session + "/tokens").refused(401, "authentication_invalid");
        assertThat(APP.backend().get("/v1/sessions/" + session).ok().text("/status"))
                .isEqualTo("revoked");
    }

    /** Who holds the old cookie while it is being exchanged must not end up with somebody else's session. */
    @Test
    void sessionFixationInAParallelRequest() throws Exception {
        var live = Operator.platform().production();
        var victim = live.browser().signUp();
        var attacker = live.browser().signUp();
        var browser = live.browser();
        browser.post("/v1/client").ok();
        var planted = browser.stolen();
        atOnce(List.of(() -> signIn(browser, victim), () -> signIn(planted, attacker)));

        for (var holder : List.of(browser, planted)) {
            var mine = holder == browser ? victim : attacker;
            assertThat(holder.get("/v1/client").ok().at("/response/sessions"))
                    .allSatisfy(session ->
                            assertThat(session.at("/user/id").asText()).isEqualTo(mine.userId()));
        }
    }

    private static Answer signIn(Browser browser, Browser.Person person) {
        return browser.post(
                "/v1/client/sign_ins",
                "strategy",
                "password",
                "identifier",
                person.email(),
                "password",
                person.password());
    }

    private static List<Answer> atOnce(List<Callable<Answer>> steps) throws Exception {
        var tabs = Executors.newFixedThreadPool(steps.size());
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : tabs.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            tabs.shutdownNow();
        }
    }
}
