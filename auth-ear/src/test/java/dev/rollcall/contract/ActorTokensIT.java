package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Actor tokens: staff of the app acts as a user, and whoever looks at the session sees that it does. */
class ActorTokensIT {

    private static final String TOKENS = "/v1/actor_tokens";
    private static final Tenant APP = Rollcall.standard();
    private static final Backend BACKEND = APP.backend();
    private static final Map<String, String> STAFF = Map.of("sub", "user_staff", "iss", "https://dashboard.example");

    private final Browser browser = APP.browser();

    @Test
    void staffActsAsAUserAndEveryTokenSaysSo() {
        var user = user();
        var made = BACKEND.post(TOKENS, Map.of("user_id", user, "actor", STAFF)).ok();
        assertThat(made.text("/status")).isEqualTo("pending");
        assertThat(made.text("/actor/sub")).isEqualTo("user_staff");
        var ticket = made.text("/token");
        assertThat(made.text("/url")).endsWith("/v1/tickets/accept?ticket=" + ticket);
        assertThat(browser.get("/v1/tickets/accept?ticket=" + ticket).header("location"))
                .endsWith("/sign-in?__clerk_status=sign_in&__clerk_ticket=" + ticket);

        var signIn = use(browser, ticket).ok();
        assertThat(signIn.text("/response/status")).isEqualTo("complete");
        assertThat(signIn.text("/client/sessions/0/actor/sub")).isEqualTo("user_staff");
        assertThat(signIn.text("/client/sessions/0/user/id")).isEqualTo(user);
        var session = signIn.text("/response/created_session_id");
        for (var token : List.of(signIn.text("/client/sessions/0/last_active_token/jwt"), browser.token(session))) {
            var claims = Jwt.of(token).claims();
            assertThat(claims.path("sub").asText()).isEqualTo(user);
            assertThat(claims.at("/act/sub").asText()).isEqualTo("user_staff");
            assertThat(claims.at("/act/iss").asText()).isEqualTo("https://dashboard.example");
        }
        var seen = BACKEND.get("/v1/sessions/" + session).ok();
        assertThat(seen.text("/actor/sub")).isEqualTo("user_staff");
        assertThat(seen.at("/expire_at").asLong() - seen.at("/created_at").asLong())
                .as("half an hour")
                .isBetween(1_700_000L, 1_800_000L + 60_000);
        assertThat(browser.get("/v1/me").ok().text("/response/id")).isEqualTo(user);
    }

    @Test
    void templatesMaySpeakOfWhoActs() {
        var name = "acting-" + java.util.UUID.randomUUID();
        BACKEND.post("/v1/jwt_templates", Map.of("name", name, "claims", Map.of("acting", "{{session.actor}}")))
                .ok();
        var session = use(browser, ticket()).ok().text("/response/created_session_id");
        var token = browser.post("/v1/client/sessions/" + session + "/tokens/" + name)
                .ok()
                .text("/jwt");
        assertThat(Jwt.of(token).claims().at("/acting/sub").asText()).isEqualTo("user_staff");
    }

    @Test
    void aUsersOwnSessionNamesNobodyElse() {
        var person = browser.signUp();
        assertThat(Jwt.of(browser.token(person.sessionId())).claims().has("act"))
                .isFalse();
        assertThat(BACKEND.get("/v1/sessions/" + person.sessionId())
                        .ok()
                        .at("/actor")
                        .isNull())
                .isTrue();
    }

    @Test
    void revokingATokenThatWasUsedSignsItsHolderOut() {
        var made =
                BACKEND.post(TOKENS, Map.of("user_id", user(), "actor", STAFF)).ok();
        var session = use(browser, made.text("/token")).ok().text("/response/created_session_id");
        var revoked = BACKEND.post(TOKENS + "/" + made.text("/id") + "/revoke", Map.of())
                .ok();
        assertThat(revoked.text("/status")).isEqualTo("revoked");
        assertThat(revoked.json().has("token")).isFalse();
        assertThat(browser.post("/v1/client/sessions/" + session + "/tokens").status())
                .isEqualTo(401);
        assertThat(BACKEND.get("/v1/sessions/" + session).ok().text("/status")).isEqualTo("revoked");
        BACKEND.post(TOKENS + "/" + made.text("/id") + "/revoke", Map.of())
                .refused(400, "actor_token_cannot_be_revoked_code");
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        var made =
                BACKEND.post(TOKENS, Map.of("user_id", user(), "actor", STAFF)).ok();
        BACKEND.post(TOKENS + "/" + made.text("/id") + "/revoke", Map.of()).ok();
        use(browser, made.text("/token")).refused(400, "actor_token_revoked_code");
        BACKEND.post(TOKENS + "/act_nobody/revoke", Map.of()).refused(404, "resource_not_found");
    }

    @Test
    void attackAnActorTokenIsUsedTwice() {
        var ticket = ticket();
        use(browser, ticket).ok();
        use(APP.browser(), ticket).refused(400, "actor_token_already_used_code");
    }

    @Test
    void attackAnActorTokenIsUsedByManyAtOnce() throws Exception {
        var ticket = ticket();
        var attempts = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 6; n++) {
            var thief = APP.browser();
            attempts.add(() -> use(thief, ticket).status());
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
    void attackAnActorTokenOfAnotherInstance() {
        var theirs = Operator.platform().development();
        use(theirs.browser(), ticket()).refused(400, "ticket_invalid_code");
    }

    @Test
    void attackAnActorTokenIsUsedToSignUp() {
        browser.post("/v1/client/sign_ups", "strategy", "ticket", "ticket", ticket())
                .refused(400, "actor_token_not_in_sign_in_code");
        browser.post("/v1/client/sign_ups", "strategy", "ticket", "ticket", "act_nobody-gave-this")
                .refused(400, "ticket_invalid_code");
    }

    @Test
    void attackTheClientSaysWhoItIsAndWhoActs() {
        var user = user();
        var other = user();
        var ticket = BACKEND.post(TOKENS, Map.of("user_id", user, "actor", STAFF))
                .ok()
                .text("/token");
        var signIn = browser.post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "ticket",
                        "ticket",
                        ticket,
                        "user_id",
                        other,
                        "identifier",
                        other,
                        "actor",
                        "{\"sub\":\"nobody\"}")
                .ok();
        assertThat(signIn.text("/client/sessions/0/user/id")).isEqualTo(user);
        assertThat(signIn.text("/client/sessions/0/actor/sub")).isEqualTo("user_staff");
    }

    @Test
    void attackTheIdInsteadOfTheToken() {
        var id = BACKEND.post(TOKENS, Map.of("user_id", user(), "actor", STAFF))
                .ok()
                .text("/id");
        use(browser, id).refused(400, "ticket_invalid_code");
    }

    @Test
    void attackAnExpiredActorToken() {
        var ticket = BACKEND.post(TOKENS, Map.of("user_id", user(), "actor", STAFF, "expires_in_seconds", 1))
                .ok()
                .text("/token");
        Eventually.see(
                "the token's end",
                () -> browser.get("/v1/tickets/accept?ticket=" + ticket).status(),
                status -> status == 400);
        use(browser, ticket).refused(400, "ticket_expired_code");
    }

    @Test
    void whoeverIsSignedInWhereStaffActsAsThemStaysSignedIn() {
        var app = Operator.platform()
                .configure(Operator.platform().development(), Map.of("session", Map.of("single_session_mode", false)));
        var here = app.browser();
        var person = here.signUp();

        var acting = use(here, ticket(app, person.userId())).ok();
        var session = acting.text("/response/created_session_id");
        assertThat(session).isNotEqualTo(person.sessionId());
        assertThat(acting.text("/client/last_active_session_id")).isEqualTo(session);
        assertThat(Jwt.of(here.token(session)).claims().at("/act/sub").asText()).isEqualTo("user_staff");
        assertThat(Jwt.of(here.token(person.sessionId())).claims().has("act")).isFalse();

        var again = use(here, ticket(app, person.userId())).ok().text("/response/created_session_id");
        assertThat(app.backend().get("/v1/sessions/" + session).ok().text("/status"))
                .as("one session for one user to act as")
                .isEqualTo("replaced");
        here.post("/v1/client/sessions/" + again + "/end").ok();
        assertThat(here.get("/v1/client").ok().text("/response/last_active_session_id"))
                .isEqualTo(person.sessionId());
    }

    @Test
    void aUserSignsInBesideStaffThatActsAsThem() {
        var app = Operator.platform()
                .configure(Operator.platform().development(), Map.of("session", Map.of("single_session_mode", false)));
        var here = app.browser();
        var person = app.browser().signUp();
        var acting = use(here, ticket(app, person.userId())).ok().text("/response/created_session_id");
        var own = here.signIn(person.email(), person.password());
        assertThat(Jwt.of(here.token(own)).claims().has("act")).isFalse();
        assertThat(Jwt.of(here.token(acting)).claims().has("act")).isTrue();
        here.post("/v1/client/sign_ins", "identifier", person.email()).refused(400, "identifier_already_signed_in");
        assertThat(here.post("/v1/client/sign_ins", "identifier", person.email())
                        .text("/errors/0/meta/session_id"))
                .isEqualTo(own);
    }

    @Test
    void whereOneMayBeSignedInStaffTakesThePlaceOfWhoeverIs() {
        var person = browser.signUp();
        var session = use(browser, ticket(APP, person.userId())).ok().text("/response/created_session_id");
        assertThat(Jwt.of(browser.token(session)).claims().at("/act/sub").asText())
                .isEqualTo("user_staff");
        assertThat(BACKEND.get("/v1/sessions/" + person.sessionId()).ok().text("/status"))
                .isEqualTo("replaced");
        browser.delete("/v1/client/sessions").ok();
        assertThat(browser.get("/v1/client").ok().text("/response/last_active_session_id"))
                .as("whoever was here before is gone")
                .isNull();
    }

    @Test
    void aTicketOfTheUsersOwnStillFindsThemSignedIn() {
        var person = browser.signUp();
        var ticket = BACKEND.post("/v1/sign_in_tokens", Map.of("user_id", person.userId()))
                .ok()
                .text("/token");
        use(browser, ticket).refused(400, "session_exists");
    }

    @Test
    void nobodyActsAsSomebodyWhoIsBanned() {
        var user = user();
        var ticket = BACKEND.post(TOKENS, Map.of("user_id", user, "actor", STAFF))
                .ok()
                .text("/token");
        BACKEND.post("/v1/users/" + user + "/ban", Map.of()).ok();
        use(browser, ticket).refused(403, "user_banned");
    }

    @Test
    void theUserIsNotToldOfStaffAsOfANewDevice() {
        var app = Operator.platform()
                .configure(Operator.platform().development(), Map.of("notices", Map.of("new_device_sign_in", true)));
        var person = app.browser().signUp();
        var ticket = app.backend()
                .post(TOKENS, Map.of("user_id", person.userId(), "actor", STAFF))
                .ok()
                .text("/token");
        use(app.browser(), ticket).ok();
        assertThat(app.backend().messages(person.email(), "new_device_sign_in")).isEmpty();
    }

    /** What lets the user in would let staff in for good, long after its token was revoked. */
    @Test
    void attackStaffMakesAWayInOfItsOwn() {
        var session = use(browser, ticket()).ok().text("/response/created_session_id");
        assertForbidden(browser.post("/v1/me/passkeys"));
        assertForbidden(browser.post("/v1/me/email_addresses", "email_address", Tenant.freshEmail()));
        assertForbidden(browser.post("/v1/me/totp"));
        assertForbidden(browser.post("/v1/me/backup_codes"));
        assertForbidden(browser.patch("/v1/me", "username", "somebody_else"));
        assertForbidden(browser.post(
                "/v1/me/change_password",
                "new_password",
                "another-Donkey-stapler-17",
                "current_password",
                Browser.PASSWORD));
        assertForbidden(browser.delete("/v1/me"));
        assertThat(Jwt.of(browser.token(session)).claims().at("/fva").toString())
                .isEqualTo("[-1,-1]");
        browser.patch("/v1/me", "first_name", "Ada").ok();
    }

    @Test
    void attackStaffLeavesItsDeviceTrusted() {
        var app = Operator.platform()
                .configure(Operator.platform().development(), Map.of("sign_in", Map.of("client_trust", true)));
        var person = app.browser().signUp();
        var device = acted(app, person);
        assertThat(SecondFactorsIT.password(device, person).text("/response/status"))
                .isEqualTo("needs_client_trust");
    }

    @Test
    void attackStaffComesBackUnnoticed() {
        var app = Operator.platform()
                .configure(Operator.platform().development(), Map.of("notices", Map.of("new_device_sign_in", true)));
        var person = app.browser().signUp();
        var device = acted(app, person);
        SecondFactorsIT.password(device, person);
        assertThat(app.backend().messages(person.email(), "new_device_sign_in")).hasSize(1);
    }

    /** A device on which staff has acted as the person, and is signed out. */
    private static Browser acted(Tenant app, Browser.Person person) {
        var device = app.browser();
        var ticket = app.backend()
                .post(TOKENS, Map.of("user_id", person.userId(), "actor", STAFF))
                .ok()
                .text("/token");
        use(device, ticket).ok();
        device.delete("/v1/client/sessions").ok();
        return device;
    }

    private static void assertForbidden(Answer answer) {
        answer.refused(403, "authorization_invalid");
    }

    @Test
    void anActorHasASubjectAndATokenAnEnd() {
        var user = user();
        BACKEND.post(TOKENS, Map.of("user_id", user)).refused(422, "form_param_nil", "actor");
        BACKEND.post(TOKENS, Map.of("actor", STAFF)).refused(422, "form_param_nil", "user_id");
        for (var actor : List.of(Map.of(), Map.of("sub", ""), Map.of("sub", 7), Map.of("sub", "a".repeat(1100)))) {
            BACKEND.post(TOKENS, Map.of("user_id", user, "actor", actor))
                    .refused(422, "form_param_value_invalid", "actor");
        }
        for (var field : List.of("expires_in_seconds", "session_max_duration_in_seconds")) {
            BACKEND.post(TOKENS, Map.of("user_id", user, "actor", STAFF, field, 0))
                    .refused(422, "form_param_value_invalid", field);
        }
        BACKEND.post(TOKENS, Map.of("user_id", "user_nobody", "actor", STAFF)).refused(404, "resource_not_found");
    }

    private static Answer use(Browser browser, String ticket) {
        return browser.post("/v1/client/sign_ins", "strategy", "ticket", "ticket", ticket);
    }

    private static String ticket() {
        return BACKEND.post(TOKENS, Map.of("user_id", user(), "actor", STAFF))
                .ok()
                .text("/token");
    }

    private static String ticket(Tenant app, String userId) {
        return app.backend()
                .post(TOKENS, Map.of("user_id", userId, "actor", STAFF))
                .ok()
                .text("/token");
    }

    private static String user() {
        return BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
    }
}
