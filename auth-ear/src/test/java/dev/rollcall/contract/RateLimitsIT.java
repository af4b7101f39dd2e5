package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever asks too often is refused, by address, by identifier and by key, and nobody else is. */
class RateLimitsIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final int ALLOWED = 3;

    private static Tenant app;

    @BeforeAll
    static void anInstanceThatCounts() {
        app = counting(Map.of());
    }

    @Test
    void oneAddressMayBeginOnlySoManySignIns() {
        assertThat(signIns("203.0.113.1", "")).containsExactly(422, 422, 422, 429, 429);
        assertThat(signIns("203.0.113.2", "")).startsWith(422);
    }

    @Test
    void theRefusalSaysWhenToComeAgain() {
        signIns("203.0.113.3", "");
        var refused = signIn("203.0.113.3", "nobody@example.com", "").refused(429, "too_many_requests");

        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 200);
    }

    /** One subscriber holds 2^64 addresses. */
    @Test
    void rotatingIpv6WithinA64() {
        var statuses = IntStream.range(0, 5)
                .map(n -> signIn("2001:db8:1:2:%x::%x".formatted(n, n + 7), Tenant.freshEmail(), "")
                        .status())
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(422, 422, 422, 429, 429);
        assertThat(signIn("2001:db8:1:3::1", Tenant.freshEmail(), "").status())
                .as("the neighbour's network")
                .isEqualTo(422);
    }

    /** What the browser itself wrote stands to the left of what our proxy has added. */
    @Test
    void xForwardedForSpoofing() {
        var statuses = IntStream.range(0, 5)
                .map(n -> signIn("198.51.100.%d, 203.0.113.77".formatted(n), Tenant.freshEmail(), "")
                        .status())
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(422, 422, 422, 429, 429);
    }

    /** A sign-up that is filled in anew says as much of an identifier as a new one. */
    @Test
    void askingForIdentifiersByOneSignUp() {
        var few = counting(Map.of("sign_ups", limit(ALLOWED)));
        var browser = few.browser();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail())
                        .ok()
                        .text("/response/id");
        var statuses = Stream.generate(() -> browser.patch(path, "email_address", Tenant.freshEmail())
                        .status())
                .limit(4)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 429, 429);
    }

    /** Whoever is signed in learns of an address that it is taken by adding it. */
    @Test
    void askingForIdentifiersByOnesOwnProfile() {
        var few = counting(Map.of("user_changes", limit(ALLOWED)));
        var browser = few.browser();
        browser.signUp();
        var statuses = Stream.generate(
                        () -> browser.post("/v1/me/email_addresses", "email_address", Tenant.freshEmail())
                                .status())
                .limit(5)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
    }

    /** Of numbers as of addresses; and codes are not made for the asking. */
    @Test
    void askingForNumbersByOnesOwnProfile() {
        var few = OPERATOR.configure(
                counting(Map.of("user_changes", limit(ALLOWED))), Map.of("attributes", Phones.attributes()));
        var browser = few.browser();
        browser.signUp();
        var statuses = Stream.generate(() -> browser.post("/v1/me/phone_numbers", "phone_number", Tenant.freshPhone())
                        .status())
                .limit(5)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
        browser.post("/v1/me/backup_codes").refused(429, "too_many_requests");
        browser.post("/v1/me/totp").refused(429, "too_many_requests");
        browser.post(
                        "/v1/me/change_password",
                        "current_password",
                        Browser.PASSWORD,
                        "new_password",
                        "another-Donkey-stapler-17")
                .refused(429, "too_many_requests");
    }

    /** To look at a picture keeps a processor busy. */
    @Test
    void aFloodOfPictures() {
        var few = counting(Map.of("user_changes", limit(ALLOWED)));
        var browser = few.browser();
        browser.signUp();
        var statuses = Stream.generate(() -> browser.upload("/v1/me/profile_image", "me.png", "image/png", new byte[9])
                        .status())
                .limit(5)
                .toList();

        assertThat(statuses).containsExactly(400, 400, 400, 429, 429);
    }

    @Test
    void aStrangersFileIsNotRead() {
        app.browser()
                .upload("/v1/me/profile_image", "me.png", "image/png", new byte[0])
                .refused(401, "authentication_invalid");
    }

    @Test
    void oneIdentifierIsNamedFromManyAddresses() {
        var few = counting(Map.of("identifier", limit(1)));
        var statuses = IntStream.range(0, 7)
                .map(n -> signIn(few, "192.0.2." + n, n % 2 == 0 ? "Victim@Example.com" : "victim@example.com", "")
                        .status())
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(422, 422, 422, 422, 422, 429, 429);
    }

    /** Who knows a name uses up what is allowed of it; its owner gets in from elsewhere, and at home whoever asks from wherever. */
    @Test
    void keepingAPersonOutByNamingThem() {
        var few = counting(Map.of("identifier", limit(ALLOWED), "codes", limit(ALLOWED), "sign_ins", limit(0)));
        var home = few.browser();
        var person = home.signUp();
        home.delete("/v1/client/sessions").ok();
        assertThat(named(few.browser(), person.email())).containsExactly(200, 200, 200, 429, 429);
        assertThat(signIn(few, "198.51.100.7", person.email(), "").status())
                .as("from another network")
                .isEqualTo(200);
        assertThat(named(home, person.email())).as("at home").containsExactly(200, 200, 200, 429, 429);

        var stranger = few.browser();
        stranger.signUp();
        stranger.delete("/v1/client/sessions").ok();
        assertThat(named(stranger, person.email())).as("at somebody else's").containsOnly(429);
    }

    /** As long as codes are asked for elsewhere, the owner's browser gets its own. */
    @Test
    void keepingAPersonsCodesFromThem() {
        var few = counting(Map.of("codes", limit(ALLOWED), "sign_ins", limit(0), "identifier", limit(0)));
        var home = few.browser();
        var person = home.signUp(); // one code
        home.delete("/v1/client/sessions").ok();
        assertThat(code(few.browser(), person.email())).containsExactly(200, 200, 429);
        assertThat(code(home, person.email())).containsExactly(200, 200, 200);
    }

    /** One address had hundreds of clients and dev browsers written down in a minute, by three operations and for thirty days. */
    @Test
    void rowsForTheAsking() {
        var few = counting(Map.of("clients", limit(ALLOWED)));
        assertThat(statuses(() -> bare(few, "POST", "/v1/client", "203.0.113.20")))
                .containsExactly(200, 200, 200, 429, 429);
        assertThat(statuses(() -> bare(few, "POST", "/v1/dev_browser", "203.0.113.21")))
                .containsExactly(200, 200, 200, 429, 429);
        assertThat(statuses(() -> bare(few, "GET", "/v1/dev_browser/init", "203.0.113.21")))
                .containsOnly(429);
        assertThat(statuses(() -> bare(few, "GET", HandshakeIT.path("http://localhost:3000/"), "203.0.113.22")))
                .containsExactly(307, 307, 307, 429, 429);
        assertThat(bare(few, "POST", "/v1/client", "203.0.113.23").status())
                .as("from elsewhere")
                .isEqualTo(200);
        assertThat(bare(few, "GET", "/v1/client", "203.0.113.20").status())
                .as("reading")
                .isEqualTo(200);
    }

    @Test
    void aBrowserThatIsKnownIsNotCounted() {
        var few = counting(Map.of("clients", limit(ALLOWED)));
        var browser = few.browser();
        browser.post("/v1/client").ok();
        assertThat(statuses(() -> browser.post("/v1/client"))).containsOnly(200);
        assertThat(statuses(() -> browser.get(HandshakeIT.path("http://localhost:3000/"))))
                .containsOnly(307);
    }

    private static List<Integer> statuses(java.util.function.Supplier<Answer> question) {
        return Stream.generate(() -> question.get().status()).limit(5).toList();
    }

    private static Answer bare(Tenant tenant, String method, String path, String from) {
        return Wire.send(tenant.request(path)
                .header("X-Forwarded-For", from)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static List<Integer> named(Browser browser, String email) {
        return Stream.generate(() ->
                        browser.post("/v1/client/sign_ins", "identifier", email).status())
                .limit(5)
                .toList();
    }

    private static List<Integer> code(Browser browser, String email) {
        return Stream.generate(() -> browser.post("/v1/client/sign_ins", "identifier", email, "strategy", "email_code")
                        .status())
                .limit(3)
                .toList();
    }

    @Test
    void floodingSomebodysMailbox() {
        var few = counting(Map.of("codes", limit(ALLOWED)));
        var email = Tenant.freshEmail();
        var browser = few.browser();
        var path = "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id")
                + "/prepare_verification";
        var statuses = Stream.generate(
                        () -> browser.post(path, "strategy", "email_code").status())
                .limit(5)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
        assertThat(few.backend().codes(email)).hasSize(ALLOWED);
    }

    @Test
    void oneAddressMayAnswerOnlySoManyChallenges() {
        var few = counting(Map.of("attempts", limit(ALLOWED), "sign_ins", limit(1000)));
        var browser = few.browser();
        var email = browser.signUp().email(); // one answer
        var codes = IntStream.range(0, 4)
                .mapToObj(n -> few.browser()
                        .post("/v1/client/sign_ins", "identifier", email, "password", "wrong-Guess-" + n)
                        .codes()
                        .get(0))
                .toList();
        assertThat(codes)
                .containsExactly(
                        "form_password_incorrect", "form_password_incorrect", "too_many_requests", "too_many_requests");
    }

    @Test
    void oneSecretKeyMayAskOnlySoMuch() {
        var few = counting(Map.of("backend", limit(ALLOWED)));
        var statuses = Stream.generate(
                        () -> few.backend().get("/v1/users/count").status())
                .limit(5)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
        assertThat(few.backend().get("/v1/jwks").status())
                .as("the keys, always")
                .isEqualTo(200);
    }

    @Test
    void oneUserMayChangeOnlySoMuch() {
        var few = counting(Map.of("user_changes", limit(ALLOWED)));
        var browser = few.browser();
        browser.signUp();
        var statuses = IntStream.range(0, 5)
                .map(n -> browser.patch("/v1/me", "first_name", "Name " + n).status())
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    void aTestingTokenIsNotCounted() {
        var token = app.backend().post("/v1/testing_tokens", Map.of()).ok().text("/token");

        assertThat(signIns("203.0.113.9", token)).containsOnly(422);
        assertThat(signIns("203.0.113.10", "1999999999-c_forged")).contains(429);
        var other = OPERATOR.development().backend().post("/v1/testing_tokens", Map.of());
        assertThat(signIns("203.0.113.11", other.ok().text("/token")))
                .as("another instance's")
                .contains(429);
    }

    private static Tenant counting(Map<String, ?> limits) {
        var all = new java.util.HashMap<String, Object>(
                Map.of("mode", "on", "sign_ins", limit(ALLOWED), "attempts", limit(0), "backend", limit(0)));
        all.putAll(limits);
        return OPERATOR.configure(OPERATOR.development(), Map.of("protection", Map.of("rate_limits", all)));
    }

    /** So slow a refill that no test sees it. */
    private static Map<String, Integer> limit(int requests) {
        return Map.of("requests", requests, "seconds", 600);
    }

    private static List<Integer> signIns(String from, String testingToken) {
        return IntStream.range(0, 5)
                .map(n -> signIn(from, Tenant.freshEmail(), testingToken).status())
                .boxed()
                .toList();
    }

    private static Answer signIn(String from, String identifier, String testingToken) {
        return signIn(app, from, identifier, testingToken);
    }

    private static Answer signIn(Tenant tenant, String from, String identifier, String testingToken) {
        var query = "?_is_native=1" + (testingToken.isEmpty() ? "" : "&__clerk_testing_token=" + testingToken);
        return Wire.send(tenant.request("/v1/client/sign_ins" + query)
                .header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("identifier=" + Wire.encode(identifier))));
    }
}
