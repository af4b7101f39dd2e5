package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Sign-in tokens: an app lets somebody in whom it knows, once. */
class TicketsIT {

    private static final String TOKENS = "/v1/sign_in_tokens";
    private static final Tenant APP = Rollcall.standard();
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();

    @Test
    void aTicketLetsItsHolderIn() {
        var user = user();
        var token = BACKEND.post(TOKENS, Map.of("user_id", user)).ok();
        assertThat(token.text("/object")).isEqualTo("sign_in_token");
        assertThat(token.text("/status")).isEqualTo("pending");
        assertThat(token.text("/user_id")).isEqualTo(user);
        assertThat(token.text("/url")).endsWith("/v1/tickets/accept?ticket=" + token.text("/token"));

        var signIn = use(browser, token.text("/token")).ok();
        assertThat(signIn.text("/response/status")).isEqualTo("complete");
        assertThat(signIn.text("/response/first_factor_verification/strategy")).isEqualTo("ticket");
        assertThat(signIn.text("/response/first_factor_verification/status")).isEqualTo("verified");
        assertThat(signIn.text("/client/last_authentication_strategy")).isEqualTo("ticket");
        var session = signIn.text("/response/created_session_id");
        assertThat(Jwt.of(browser.token(session)).claims().path("sub").asText()).isEqualTo(user);
        assertThat(browser.get("/v1/me").ok().text("/response/id")).isEqualTo(user);
    }

    @Test
    void aTicketWithoutAStrategyIsEnough() {
        var token = token(user());
        assertThat(browser.post("/v1/client/sign_ins", "ticket", token).ok().text("/response/status"))
                .isEqualTo("complete");
        browser.post("/v1/client/sign_ins", "strategy", "ticket").refused(422, "form_param_nil", "ticket");
    }

    @Test
    void aLinkLeadsToTheSignInPageAndUsesNothingUp() {
        var token = token(user());
        var accepted = browser.get("/v1/tickets/accept?ticket=" + token);
        assertThat(accepted.status()).isEqualTo(302);
        assertThat(accepted.header("location")).endsWith("/sign-in?__clerk_status=sign_in&__clerk_ticket=" + token);
        assertThat(accepted.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(browser.get("/v1/tickets/accept?ticket=" + token + "&redirect_url="
                                + Wire.encode("http://localhost:3000/a?b=c"))
                        .header("location"))
                .endsWith("&redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fa%3Fb%3Dc");
        use(browser, token).ok();
        browser.get("/v1/tickets/accept?ticket=" + token).refused(400, "sign_in_token_already_used_code");
        browser.get("/v1/tickets/accept?ticket=nobody-gave-this").refused(400, "ticket_invalid_code");
    }

    @Test
    void attackALinkDoesNotLeadToAnotherSite() {
        var production = Operator.platform().production();
        var user = production
                .backend()
                .createUser(Tenant.freshEmail(), Browser.PASSWORD)
                .text("/id");
        var token =
                production.backend().post(TOKENS, Map.of("user_id", user)).ok().text("/token");
        production
                .browser()
                .get("/v1/tickets/accept?ticket=" + token + "&redirect_url=" + Wire.encode("https://evil.test/"))
                .refused(422, "redirect_url_domain_mismatch");
    }

    @Test
    void attackATicketIsUsedTwice() {
        var token = token(user());
        use(browser, token).ok();
        var other = APP.browser();
        use(other, token).refused(400, "sign_in_token_already_used_code");
        assertThat(other.get("/v1/client").ok().at("/response/sessions")).isEmpty();
    }

    @Test
    void attackATicketIsUsedByManyAtOnce() throws Exception {
        var token = token(user());
        var attempts = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 8; n++) {
            var thief = APP.browser();
            attempts.add(() -> use(thief, token).status());
        }
        var pool = Executors.newFixedThreadPool(attempts.size());
        var statuses = new ArrayList<Integer>();
        for (var attempt : pool.invokeAll(attempts)) {
            statuses.add(attempt.get());
        }
        pool.shutdown();
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status != 200)).containsOnly(400);
    }

    @Test
    void onePersonSignsInOnManyDevicesAtOnce() throws Exception {
        var user = user();
        var attempts = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 8; n++) {
            var device = APP.browser();
            var token = token(user);
            attempts.add(() -> use(device, token).status());
        }
        var pool = Executors.newFixedThreadPool(attempts.size());
        for (var attempt : pool.invokeAll(attempts)) {
            assertThat(attempt.get()).isEqualTo(200);
        }
        pool.shutdown();
    }

    @Test
    void attackATicketOfAnotherInstance() {
        var theirs = Operator.platform().development();
        var token = token(user());
        use(theirs.browser(), token).refused(400, "ticket_invalid_code");
        theirs.browser().get("/v1/tickets/accept?ticket=" + token).refused(400, "ticket_invalid_code");
        use(browser, token).ok();
    }

    @Test
    void attackAnExpiredTicket() {
        var token = BACKEND.post(TOKENS, Map.of("user_id", user(), "expires_in_seconds", 1))
                .ok()
                .text("/token");
        Eventually.see(
                "the ticket's end",
                () -> browser.get("/v1/tickets/accept?ticket=" + token).status(),
                status -> status == 400);
        use(browser, token).refused(400, "ticket_expired_code");
    }

    @Test
    void attackTheIdInsteadOfTheToken() {
        var token = BACKEND.post(TOKENS, Map.of("user_id", user())).ok();
        use(browser, token.text("/id")).refused(400, "ticket_invalid_code");
    }

    @Test
    void aRevokedTicketLetsNobodyIn() {
        var token = BACKEND.post(TOKENS, Map.of("user_id", user())).ok();
        var path = TOKENS + "/" + token.text("/id") + "/revoke";
        var revoked = BACKEND.post(path, Map.of()).ok();
        assertThat(revoked.text("/status")).isEqualTo("revoked");
        assertThat(revoked.json().has("token")).isFalse();
        assertThat(revoked.json().has("url")).isFalse();
        use(browser, token.text("/token")).refused(400, "sign_in_token_revoked_code");
        BACKEND.post(path, Map.of()).refused(400, "sign_in_token_cannot_be_revoked_code");
        BACKEND.post(TOKENS + "/sit_nobody/revoke", Map.of()).refused(404, "resource_not_found");
    }

    @Test
    void whoeverIsSignedInKeepsTheTicket() {
        Person person = browser.signUp();
        var token = token(person.userId());
        use(browser, token).refused(400, "session_exists");
        use(APP.browser(), token).ok();
    }

    @Test
    void aTicketDoesNotHelpSomebodyWhoIsBanned() {
        var user = user();
        var token = token(user);
        BACKEND.post("/v1/users/" + user + "/ban", Map.of()).ok();
        use(browser, token).refused(403, "user_banned");
        BACKEND.post("/v1/users/" + user + "/unban", Map.of()).ok();
        use(browser, token).ok();
    }

    @Test
    void aTicketOfSomebodyWhoIsGoneIsInvalid() {
        var user = user();
        var token = token(user);
        BACKEND.delete("/v1/users/" + user).ok();
        use(browser, token).refused(400, "ticket_invalid_code");
    }

    @Test
    void nobodySignsUpWithASignInToken() {
        browser.post("/v1/client/sign_ups", "strategy", "ticket", "ticket", token(user()))
                .refused(400, "sign_in_token_not_in_sign_in_code");
        browser.post("/v1/client/sign_ups", "strategy", "ticket", "ticket", "nobody-gave-this")
                .refused(400, "ticket_invalid_code");
    }

    @Test
    void aTokenIsForSomebodyAndForAWhile() {
        BACKEND.post(TOKENS, Map.of()).refused(422, "form_param_nil", "user_id");
        BACKEND.post(TOKENS, Map.of("user_id", "user_nobody")).refused(404, "resource_not_found");
        var user = user();
        for (var seconds : List.of(0, -1, 315_360_001)) {
            BACKEND.post(TOKENS, Map.of("user_id", user, "expires_in_seconds", seconds))
                    .refused(422, "form_param_value_invalid", "expires_in_seconds");
        }
    }

    private static Answer use(Browser browser, String ticket) {
        return browser.post("/v1/client/sign_ins", "strategy", "ticket", "ticket", ticket);
    }

    private static String token(String user) {
        return BACKEND.post(TOKENS, Map.of("user_id", user)).ok().text("/token");
    }

    private static String user() {
        return BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
    }
}
