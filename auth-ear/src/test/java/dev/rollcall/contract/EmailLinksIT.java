package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Links by e-mail: who may open them, what comes of it, and what the other tab sees. */
class EmailLinksIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP = Phones.development();

    /** The same, but links work on any device. */
    private static final Tenant LENIENT = OPERATOR.configure(
            Phones.development(), Map.of("verification", Map.of("link_requires_same_client", false)));

    private static final String BACK = "http://localhost:3000/sign-in/verify?from=app#part";

    private final String email = Tenant.freshEmail();

    @Test
    void aLinkOpenedInTheSameBrowserSignsItIn() {
        var id = APP.backend().createUser(email, Browser.PASSWORD).text("/id");
        var browser = APP.browser();
        var path = asked(browser, email);
        assertThat(browser.get(path).ok().text("/response/first_factor_verification/status"))
                .isEqualTo("unverified");

        var opened = open(browser, APP.backend().link(email));
        assertThat(opened.status()).isEqualTo(303);
        var back = location(opened);
        assertThat(back.toString())
                .startsWith("http://localhost:3000/sign-in/verify?")
                .endsWith("#part");
        assertThat(back.getQuery()).contains("from=app", "__clerk_status=verified", "__clerk_created_session=sess_");
        assertThat(opened.header("referrer-policy")).isEqualTo("no-referrer");

        var seen = browser.get(path).ok();
        assertThat(seen.text("/response/status")).isEqualTo("complete");
        assertThat(seen.text("/response/first_factor_verification/status")).isEqualTo("verified");
        assertThat(seen.at("/response/first_factor_verification").has("verified_at_client"))
                .as("or the first tab would wait for the second")
                .isFalse();
        assertThat(back.getQuery()).contains(seen.text("/response/created_session_id"));
        assertThat(seen.text("/client/sessions/0/user/id")).isEqualTo(id);
    }

    @Test
    void aLinkOpenedElsewhereWorksOnlyWhereItWasAskedFor() {
        APP.backend().createUser(email, Browser.PASSWORD);
        var browser = APP.browser();
        var path = asked(browser, email);
        var link = APP.backend().link(email);

        for (var stranger : List.of(APP.browser(), signedUp(APP))) {
            assertThat(location(open(stranger, link)).getQuery()).contains("__clerk_status=client_mismatch");
        }
        assertThat(browser.get(path).ok().text("/response/status")).isEqualTo("needs_first_factor");
        assertThat(location(open(browser, link)).getQuery())
                .as("nobody has used it up")
                .contains("__clerk_status=verified");
    }

    @Test
    void whereAnyDeviceMayOpenItTheOneThatAskedIsSignedIn() {
        var id = LENIENT.backend().createUser(email, Browser.PASSWORD).text("/id");
        var browser = LENIENT.browser();
        var path = asked(browser, email);
        var phone = LENIENT.browser();
        var opened = open(phone, LENIENT.backend().link(email));
        assertThat(location(opened).getQuery())
                .contains("__clerk_status=verified")
                .doesNotContain("__clerk_created_session");
        assertThat(opened.cookies()).as("whoever opens it gets nothing").isEmpty();
        assertThat(phone.get("/v1/client").ok().at("/response").isNull()).isTrue();

        var polled = browser.get(path).ok();
        assertThat(polled.text("/response/status")).isEqualTo("complete");
        assertThat(polled.text("/client/sessions/0/user/id")).isEqualTo(id);
        assertThat(polled.at("/response/first_factor_verification").has("verified_at_client"))
                .isFalse();
    }

    @Test
    void aLinkWorksOnce() {
        LENIENT.backend().createUser(email, Browser.PASSWORD);
        var browser = LENIENT.browser();
        asked(browser, email);
        var link = LENIENT.backend().link(email);
        var first = location(open(browser, link)).getQuery();
        assertThat(location(open(browser, link)).getQuery())
                .as("the page may be loaded again, and says the same")
                .isEqualTo(first);
        assertThat(browser.get("/v1/client").ok().at("/response/sessions")).hasSize(1);
        assertThat(location(open(LENIENT.browser(), link)).getQuery()).contains("__clerk_status=failed");
    }

    @Test
    void aNewerLinkEndsTheOlderOne() {
        APP.backend().createUser(email, Browser.PASSWORD);
        var browser = APP.browser();
        var path = asked(browser, email);
        var older = APP.backend().link(email);
        browser.post(path + "/prepare_first_factor", "strategy", "email_link", "redirect_url", BACK)
                .ok();
        assertThat(location(open(browser, older)).getQuery()).contains("__clerk_status=expired");
        assertThat(location(open(browser, APP.backend().link(email))).getQuery())
                .contains("__clerk_status=verified");
    }

    @Test
    void aLinkExpires() {
        var app = Phones.development();
        app.backend().createUser(email, Browser.PASSWORD);
        var browser = app.browser();
        var path = asked(browser, email);
        var clock = app.backend().post("/v1/test_clocks", Map.of()).ok().text("/id");
        app.backend()
                .post("/v1/test_clocks/" + clock + "/advance", Map.of("seconds", 601))
                .ok();
        var link = app.backend().link(email);
        Eventually.see(
                "the link has expired",
                () -> browser.get(path).ok().text("/response/first_factor_verification/status"),
                "expired"::equals);
        assertThat(location(open(browser, link)).getQuery()).contains("__clerk_status=expired");
    }

    @Test
    void aLinkIsNotAnsweredWithACode() {
        APP.backend().createUser(email, Browser.PASSWORD);
        var browser = APP.browser();
        var path = asked(browser, email);
        var token = token(APP.backend().link(email));
        browser.post(path + "/attempt_first_factor", "strategy", "email_link", "code", token)
                .refused(400, "verification_strategy_invalid");
        browser.post(
                        path + "/attempt_first_factor",
                        "strategy",
                        "email_code",
                        "code",
                        token.substring(token.indexOf('.') + 1))
                .refused(400, "verification_missing");
        assertThat(location(open(browser, APP.backend().link(email))).getQuery())
                .contains("__clerk_status=verified");
    }

    @Test
    void aSignUpIsCompletedByItsLink() {
        var browser = APP.browser();
        var path = signUp(browser, email);
        var back = location(open(browser, APP.backend().link(email)));
        assertThat(back.getQuery()).contains("__clerk_status=verified", "__clerk_created_session=sess_");
        var seen = browser.get(path).ok();
        assertThat(seen.text("/response/status")).isEqualTo("complete");
        assertThat(seen.text("/response/verifications/email_address/strategy")).isEqualTo("email_link");
        assertThat(seen.text("/client/sessions/0/user/email_addresses/0/verification/strategy"))
                .isEqualTo("email_link");
    }

    @Test
    void aSignUpWhoseLinkWasOpenedElsewhereGoesOnWhereItBegan() {
        var browser = LENIENT.browser();
        var path = signUp(browser, email);
        var elsewhere = LENIENT.browser();
        assertThat(location(open(elsewhere, LENIENT.backend().link(email))).getQuery())
                .contains("__clerk_status=verified");
        assertThat(elsewhere.get("/v1/client").ok().at("/response").isNull()).isTrue();
        assertThat(browser.get(path).ok().text("/response/status")).isEqualTo("complete");
    }

    /** The tab that waits gives up waiting when it sees a proof; one without the session that comes of it would leave it behind for good. */
    @RepeatedTest(10)
    void whoAsksWhileALinkIsOpenedSeesTheSessionWithTheProof() {
        LENIENT.backend().createUser(email, Browser.PASSWORD);
        var signsIn = LENIENT.browser();
        var signsUp = LENIENT.browser();
        var newcomer = Tenant.freshEmail();
        seesAllOrNothing(signsIn, asked(signsIn, email), email, "first_factor_verification");
        seesAllOrNothing(signsUp, signUp(signsUp, newcomer), newcomer, "verifications/email_address");
    }

    private static void seesAllOrNothing(Browser browser, String path, String address, String verification) {
        var link = LENIENT.backend().link(address);
        var waiting = Stream.generate(() -> CompletableFuture.supplyAsync(() -> proved(browser, path, verification)))
                .limit(4)
                .toList();
        open(LENIENT.browser(), link);
        assertThat(waiting).allSatisfy(tab -> assertThat(
                        tab.orTimeout(60, TimeUnit.SECONDS).join().text("/response/status"))
                .isEqualTo("complete"));
    }

    /** The first answer that shows the proof. */
    private static Answer proved(Browser browser, String path, String verification) {
        while (true) {
            var answer = browser.get(path).ok();
            if (answer.text("/response/" + verification + "/status").equals("verified")) {
                return answer;
            }
        }
    }

    @Test
    void anAddressOfTheProfileIsProvedByItsLink() {
        var browser = signedUp(APP);
        var id = browser.post("/v1/me/email_addresses", "email_address", email)
                .ok()
                .text("/response/id");
        var path = "/v1/me/email_addresses/" + id;
        browser.post(path + "/prepare_verification", "strategy", "email_link", "redirect_url", BACK)
                .ok();
        browser.post(path + "/attempt_verification", "code", "424242").refused(400, "verification_strategy_invalid");
        var back = location(open(browser, APP.backend().link(email)));
        assertThat(back.getQuery()).contains("__clerk_status=verified").doesNotContain("__clerk_created_session");
        var shown = browser.get(path).ok();
        assertThat(shown.text("/response/verification/status")).isEqualTo("verified");
        assertThat(shown.text("/response/verification/strategy")).isEqualTo("email_link");
    }

    /** A thief adds an address; the owner signs them out everywhere; the link in the thief's mail is no way back. */
    @Test
    void aLinkOfAProfileEndsWithTheSessionThatAskedForIt() {
        var thief = signedUp(APP);
        var id = thief.post("/v1/me/email_addresses", "email_address", email)
                .ok()
                .text("/response/id");
        var path = "/v1/me/email_addresses/" + id;
        thief.post(path + "/prepare_verification", "strategy", "email_link", "redirect_url", BACK)
                .ok();
        var session = thief.get("/v1/client").ok().text("/response/sessions/0/id");
        APP.backend().post("/v1/sessions/" + session + "/revoke", Map.of()).ok();

        assertThat(location(open(thief, APP.backend().link(email))).getQuery()).contains("__clerk_status=expired");
        assertThat(APP.backend().get("/v1/email_addresses/" + id).ok().text("/verification/status"))
                .isEqualTo("unverified");
    }

    /** A mail scanner looks at every link before its reader does. */
    @Test
    void aMailScannersLookChangesNothing() {
        APP.backend().createUser(email, Browser.PASSWORD);
        var browser = APP.browser();
        asked(browser, email);
        var link = APP.backend().link(email);
        var look = Wire.send(APP.request(link(link)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(look.status()).isEqualTo(200);
        assertThat(Wire.send(APP.request(link(link)).GET()).header("location"))
                .contains("__clerk_status=client_mismatch");
        assertThat(location(open(browser, link)).getQuery()).contains("__clerk_status=verified");
    }

    @Test
    void aTokenThatWeHaveNotMadeOpensNothing() {
        APP.backend().createUser(email, Browser.PASSWORD);
        var browser = APP.browser();
        asked(browser, email);
        var token = token(APP.backend().link(email));
        for (var forged : List.of(
                token + "x",
                token.substring(0, token.indexOf('.') + 1),
                token.substring(0, token.indexOf('.')),
                "ver_000000000000000000000000000." + token.substring(token.indexOf('.') + 1),
                "x")) {
            browser.get("/v1/verify?token=" + Wire.encode(forged)).refused(400, "verification_link_token_invalid");
        }
        browser.get("/v1/verify").refused(400, "verification_link_token_invalid");
    }

    /** Host header poisoning: the mail would lead its reader to the attacker, token and all. */
    @Test
    void theHostOfALinkIsNotTakenFromTheRequest() {
        var app = Phones.development();
        app.backend().createUser(email, Browser.PASSWORD);
        var browser = app.browser();
        var path = "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", email).ok().text("/response/id");
        for (var header : List.of("X-Forwarded-Host", "X-Original-Host", "X-Host", "Forwarded", "Clerk-Proxy-Url")) {
            var value =
                    switch (header) {
                        case "Forwarded" -> "host=evil.example";
                        case "Clerk-Proxy-Url" -> "https://evil.example/__clerk";
                        default -> "evil.example";
                    };
            var answer = Wire.send(app.request(path + "/prepare_first_factor?__clerk_db_jwt=" + browser.devBrowser())
                    .header("Origin", "http://localhost:3000")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "strategy=email_link&redirect_url=" + Wire.encode(BACK))));
            // a path of ours is none on somebody else's host
            assertThat(answer.status())
                    .isEqualTo(header.equals("X-Forwarded-Host") || header.equals("Forwarded") ? 404 : 200);
        }
        assertThat(app.backend().links(email)).hasSize(3).allSatisfy(link -> assertThat(link)
                .startsWith(app.base() + "/v1/verify?token=ver_"));
    }

    /** Open redirect: a production instance's links lead to its own apps alone. */
    @Test
    void aLinkLeadsToTheInstancesAppsAlone() {
        var app = OPERATOR.configure(OPERATOR.production(), Map.of("attributes", Phones.attributes()));
        app.backend().createUser(email, Browser.PASSWORD);
        var browser = app.browser();
        var path = "/v1/client/sign_ins/"
                + browser.post("/v1/client/sign_ins", "identifier", email).ok().text("/response/id");
        Map.of(
                        "https://evil.example/", "redirect_url_domain_mismatch",
                        "javascript:alert(1)", "prohibited_redirect_url",
                        "//evil.example", "invalid_redirect_url",
                        "/verify", "invalid_redirect_url")
                .forEach((target, code) -> browser.post(
                                path + "/prepare_first_factor", "strategy", "email_link", "redirect_url", target)
                        .refused(422, code));
        browser.post(path + "/prepare_first_factor", "strategy", "email_link")
                .refused(422, "form_param_nil", "redirect_url");
        browser.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "email_link",
                        "redirect_url",
                        "https://app." + app.domain() + "/verify")
                .ok();
    }

    @Test
    void aBannedUserIsNotLetInByALink() {
        var id = APP.backend().createUser(email, Browser.PASSWORD).text("/id");
        var browser = APP.browser();
        asked(browser, email);
        APP.backend().post("/v1/users/" + id + "/ban", Map.of()).ok();
        assertThat(location(open(browser, APP.backend().link(email))).getQuery())
                .contains("__clerk_status=failed");
        assertThat(browser.get("/v1/client").ok().at("/response/sessions")).isEmpty();
    }

    @Test
    void whoDoesNotExistGetsNoLinkAndTheSameAnswer() {
        var app =
                OPERATOR.configure(Phones.development(), Map.of("protection", Map.of("enumeration_protection", true)));
        app.backend().createUser(email, Browser.PASSWORD);
        var known = app.browser();
        var path = asked(known, email);
        var unknown = app.browser();
        var nobody = Tenant.freshEmail();
        var other = asked(unknown, nobody);
        assertThat(shape(known.get(path).ok(), email))
                .isEqualTo(shape(unknown.get(other).ok(), nobody));
        assertThat(app.backend()
                        .get("/v1/messages?to_email_address=" + Wire.encode(nobody))
                        .ok()
                        .at("/data/0/status")
                        .asText())
                .isEqualTo("withheld");
    }

    private static String shape(Answer answer, String address) {
        return answer.at("/response")
                .toString()
                .replace(address, "address")
                .replaceAll("(sia|idn|user)_\\w+", "$1")
                .replaceAll("\\d{13}", "time");
    }

    /** A sign-in whose link was sent. */
    private static String asked(Browser browser, String address) {
        var signIn = browser.post("/v1/client/sign_ins", "identifier", address).ok();
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        browser.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "email_link",
                        "email_address_id",
                        PhonesIT.factor(signIn, "email_link")
                                .path("email_address_id")
                                .asText(),
                        "redirect_url",
                        BACK)
                .ok();
        return path;
    }

    private static String signUp(Browser browser, String address) {
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", address, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "email_link", "redirect_url", BACK)
                .ok();
        return path;
    }

    private static Browser signedUp(Tenant app) {
        var browser = app.browser();
        browser.signUp();
        return browser;
    }

    /** Follows the link as its reader's browser does: with its cookies, and nothing that a script would add. */
    private static Answer open(Browser browser, String link) {
        return browser.follow(link(link));
    }

    private static String link(String link) {
        return link.substring(link.indexOf("/v1/verify"));
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private static URI location(Answer answer) {
        return URI.create(answer.header("location"));
    }
}
