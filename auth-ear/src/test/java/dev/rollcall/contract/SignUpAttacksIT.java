package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What attackers try with codes and identifiers that are not theirs. */
class SignUpAttacksIT {

    private static final Tenant APP = Phones.development();
    private static final Backend BACKEND = APP.backend();

    private final Browser attacker = APP.browser();
    private final String number = Tenant.freshPhone();
    private final String email = Tenant.freshEmail();

    @Test
    void signUpWithSomeonesUnverifiedAddress() {
        var unproved = Operator.platform()
                .configure(
                        Phones.development(),
                        Map.of("attributes", Map.of("email_address", Map.of("verify_at_sign_up", false))));
        var squatter = unproved.browser();
        var done = squatter.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        squatter.post("/v1/client/sign_ins", "identifier", email);
        unproved.browser()
                .post("/v1/client/sign_ins", "identifier", email)
                .refused(422, "form_identifier_not_found", "identifier");

        var owner = unproved.backend()
                .createUser(email, "another-Donkey-stapler-17")
                .text("/id");
        assertThat(unproved.browser().signIn(email, "another-Donkey-stapler-17"))
                .startsWith("sess_");
        assertThat(owner).isNotEqualTo(done.text("/response/created_user_id"));
        unproved.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", Browser.PASSWORD)
                .refused(422, "form_password_incorrect", "password");
    }

    @Test
    void signUpWithAnAddressThatIsChangedAfterItsCodeWasSent() {
        var path = started("email_address", Tenant.freshEmail());
        var own = attacker.get(path).ok().text("/response/email_address");
        attacker.post(path + "/prepare_verification", "strategy", "email_code").ok();
        attacker.patch(path, "email_address", email).ok();
        attempt(path, "email_code", BACKEND.code(own)).refused(400, "verification_missing");
        var back = attacker.patch(path, "email_address", own).ok();
        assertThat(back.at("/response/verifications/email_address").isNull())
                .as("going back revives nothing")
                .isTrue();
    }

    @Test
    void aNumberThatIsChangedAfterItWasProved() {
        var path = started("phone_number", number, "email_address", email);
        attacker.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        attempt(path, "phone_code", BACKEND.textCode(number)).ok();
        var changed = attacker.patch(path, "phone_number", Tenant.freshPhone()).ok();
        assertThat(changed.at("/response/unverified_fields").toString())
                .isEqualTo("[\"email_address\",\"phone_number\"]");
    }

    /** The attacker holds the number and not the address: a code for the one must not prove the other. */
    @Test
    void verificationSwappedBetweenFields() {
        var path = started("phone_number", number, "email_address", email);
        attacker.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        attempt(path, "email_code", BACKEND.textCode(number)).refused(400, "verification_missing");
        attacker.post(path + "/prepare_verification", "strategy", "email_code").ok();
        var code = BACKEND.textCode(number);
        if (!code.equals(BACKEND.code(email))) {
            attempt(path, "email_code", code).refused(422, "form_code_incorrect", "code");
        }
        assertThat(attacker.get(path).ok().text("/response/status")).isEqualTo("missing_requirements");
    }

    @Test
    void verificationSwappedBetweenAttempts() {
        var own = Tenant.freshPhone();
        var mine = started("phone_number", own);
        attacker.post(mine + "/prepare_verification", "strategy", "phone_code").ok();
        var code = BACKEND.textCode(own);
        var other = APP.browser();
        var theirs = "/v1/client/sign_ups/"
                + other.post("/v1/client/sign_ups", "phone_number", number, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        other.post(theirs + "/prepare_verification", "strategy", "phone_code").ok();
        if (!code.equals(BACKEND.textCode(number))) {
            other.post(theirs + "/attempt_verification", "strategy", "phone_code", "code", code)
                    .refused(422, "form_code_incorrect", "code");
        }
        attacker.post(theirs + "/attempt_verification", "strategy", "phone_code", "code", BACKEND.textCode(number))
                .refused(404, "resource_not_found");
    }

    @Test
    void codeReuse() {
        var path = started("phone_number", number);
        attacker.post(path + "/prepare_verification", "strategy", "phone_code").ok();
        var code = BACKEND.textCode(number);
        attempt(path, "phone_code", code).ok();
        attempt(path, "phone_code", code).refused(400, "verification_already_verified", "code");

        var visitor = APP.browser();
        var signIn = "/v1/client/sign_ins/"
                + visitor.post("/v1/client/sign_ins", "identifier", number).ok().text("/response/id");
        visitor.post(signIn + "/prepare_first_factor", "strategy", "phone_code").ok();
        if (!code.equals(BACKEND.textCode(number))) {
            visitor.post(signIn + "/attempt_first_factor", "strategy", "phone_code", "code", code)
                    .refused(422, "form_code_incorrect", "code");
        }
        var fresh = BACKEND.textCode(number);
        visitor.post(signIn + "/attempt_first_factor", "strategy", "phone_code", "code", fresh)
                .ok();
        visitor.post(signIn + "/attempt_first_factor", "strategy", "phone_code", "code", fresh)
                .refused(400, "sign_in_step_not_allowed");
    }

    /** Each client and each address has its own budget, so the code itself has one too, and the user has another. */
    @Test
    void codeBruteForceAcrossClientsAndIps() {
        BACKEND.createUser(email, Browser.PASSWORD, "phone_number", List.of(number));
        int judged = 0;
        var last = "";
        for (int client = 0; client < 12 && !last.equals("user_locked"); client++) {
            var browser = APP.browser();
            var path = "/v1/client/sign_ins/"
                    + browser.post("/v1/client/sign_ins", "identifier", number)
                            .ok()
                            .text("/response/id");
            browser.post(path + "/prepare_first_factor", "strategy", "phone_code")
                    .ok();
            var code = BACKEND.textCode(number);
            for (int guess = 0; guess < 4; guess++) {
                var wrong = String.format("%06d", (Integer.parseInt(code) + 1 + guess) % 1_000_000);
                var answer = attemptFrom(browser, path, wrong, "203.0.113." + (client * 4 + guess + 1));
                last = answer.text("/errors/0/code");
                if (last.equals("form_code_incorrect")) {
                    judged++;
                }
                if (guess == 3) {
                    assertThat(last).as("a code is judged three times").isIn("verification_failed", "user_locked");
                }
            }
        }
        assertThat(last).isEqualTo("user_locked");
        assertThat(judged)
                .as("as many as the lockout allows, however many clients")
                .isLessThanOrEqualTo(10);
        var owner = APP.browser();
        owner.post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", Browser.PASSWORD)
                .refused(403, "user_locked");
    }

    /** Somebody else's number, claimed again and again until a code is guessed. */
    @Test
    void codeBruteForceOfANumberThatIsClaimed() {
        int judged = 0;
        var last = "";
        for (int client = 0; client < 12 && !last.equals("user_locked"); client++) {
            var browser = APP.browser();
            var path = "/v1/client/sign_ups/"
                    + browser.post("/v1/client/sign_ups", "phone_number", number, "password", Browser.PASSWORD)
                            .ok()
                            .text("/response/id");
            browser.post(path + "/prepare_verification", "strategy", "phone_code")
                    .ok();
            var wrong = BACKEND.textCode(number).equals("000000") ? "111111" : "000000";
            for (int guess = 0; guess < 3; guess++) {
                last = browser.post(path + "/attempt_verification", "strategy", "phone_code", "code", wrong)
                        .text("/errors/0/code");
                judged += last.equals("user_locked") ? 0 : 1;
            }
        }
        assertThat(last).isEqualTo("user_locked");
        assertThat(judged).isLessThanOrEqualTo(10);
    }

    /** Ten wrong codes for her address from elsewhere locked it for an hour, and her right one was refused. */
    @Test
    void attackAStrangerKeepsSomebodyFromSigningUp() {
        var owner = APP.browser();
        var path = begun(owner);
        var code = BACKEND.code(email);
        Answer last = null;
        for (int n = 0; n < 4; n++) {
            var stranger = APP.browser();
            var theirs = begun(stranger);
            for (int guess = 0; guess < 3; guess++) {
                last = Wire.send(APP.request(theirs + "/attempt_verification?__clerk_db_jwt=" + stranger.devBrowser())
                        .header("Origin", "http://localhost:3000")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("strategy=email_code&code=abcdef")));
            }
        }
        last.refused(403, "user_locked");
        owner.post(path + "/attempt_verification", "strategy", "email_code", "code", code)
                .ok();
    }

    private String begun(Browser browser) {
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        return path;
    }

    /** The same from within an account. */
    @Test
    void codeBruteForceOfANumberOnTheProfile() {
        attacker.signUp();
        var path = "/v1/me/phone_numbers/"
                + attacker.post("/v1/me/phone_numbers", "phone_number", number)
                        .ok()
                        .text("/response/id");
        var last = "";
        int judged = 0;
        for (int sent = 0; sent < 9 && !last.equals("user_locked"); sent++) {
            attacker.post(path + "/prepare_verification", "strategy", "phone_code")
                    .ok();
            var wrong = BACKEND.textCode(number).equals("000000") ? "111111" : "000000";
            for (int guess = 0; guess < 3; guess++) {
                last = attacker.post(path + "/attempt_verification", "code", wrong)
                        .text("/errors/0/code");
                judged += last.equals("user_locked") ? 0 : 1;
            }
        }
        assertThat(last).isEqualTo("user_locked");
        assertThat(judged).isLessThanOrEqualTo(10);
    }

    /** The victim's number in the place of a name: whoever types it would meet the attacker's account. */
    @Test
    void aUserNameLikeSomebodysNumber() {
        var app = Operator.platform()
                .configure(
                        Phones.development(),
                        Map.of(
                                "attributes",
                                Map.of("username", Map.of("enabled", true, "used_for_first_factor", true)),
                                "username",
                                Map.of("allow_extended_special_characters", true, "allow_numeric_usernames", true)));
        app.browser()
                .post("/v1/client/sign_ups", "username", number, "password", Browser.PASSWORD)
                .refused(422, "form_username_invalid_character", "username");
    }

    /** With enumeration protection a number that is taken is answered as one that is not. */
    @Test
    void enumerationByNumber() {
        var app = Operator.platform()
                .configure(Phones.development(), Map.of("protection", Map.of("enumeration_protection", true)));
        app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD, "phone_number", List.of(number));
        var nobodys = Tenant.freshPhone();
        assertThat(signIn(app, number)).isEqualTo(signIn(app, nobodys));
        assertThat(signUp(app, number)).isEqualTo(signUp(app, nobodys));
        assertThat(app.backend().texts(nobodys))
                .extracting(text -> text.path("status").asText())
                .as("nobody signs in by it, and somebody may sign up with it")
                .containsExactlyInAnyOrder("withheld", "captured");
    }

    private static List<String> signIn(Tenant app, String phone) {
        var browser = app.browser();
        var named = browser.post("/v1/client/sign_ins", "identifier", phone).ok();
        var path = "/v1/client/sign_ins/" + named.text("/response/id");
        var prepared = browser.post(path + "/prepare_first_factor", "strategy", "phone_code")
                .ok();
        var wrong = browser.post(path + "/attempt_first_factor", "strategy", "phone_code", "code", "x");
        return List.of(shape(named, phone), shape(prepared, phone), shape(wrong, phone));
    }

    private static List<String> signUp(Tenant app, String phone) {
        var browser = app.browser();
        var begun = browser.post("/v1/client/sign_ups", "phone_number", phone, "password", Browser.PASSWORD)
                .ok();
        var path = "/v1/client/sign_ups/" + begun.text("/response/id");
        var prepared = browser.post(path + "/prepare_verification", "strategy", "phone_code")
                .ok();
        return List.of(shape(begun, phone), shape(prepared, phone));
    }

    private static String shape(Answer answer, String phone) {
        return answer.status() + " "
                + answer.json()
                        .toString()
                        .replace(phone, "number")
                        .replaceAll("(sia|sua|idn|user|client|sess|dvb)_\\w+", "$1")
                        .replaceAll("\"clerk_trace_id\":\"\\w+\"", "trace")
                        .replaceAll("\\d{13}", "time");
    }

    private Answer attemptFrom(Browser browser, String path, String code, String ip) {
        return Wire.send(APP.request(path + "/attempt_first_factor?__clerk_db_jwt=" + browser.devBrowser())
                .header("Origin", "http://localhost:3000")
                .header("X-Forwarded-For", ip)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("strategy=phone_code&code=" + code)));
    }

    private String started(Object... fields) {
        var all = new java.util.ArrayList<Object>(List.of(fields));
        all.addAll(List.of("password", Browser.PASSWORD));
        return "/v1/client/sign_ups/"
                + attacker.post("/v1/client/sign_ups", all.toArray()).ok().text("/response/id");
    }

    private Answer attempt(String path, String strategy, String code) {
        return attacker.post(path + "/attempt_verification", "strategy", strategy, "code", code);
    }
}
