package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The hot paths: how many statements a request sends, and how many transactions it begins, in a production instance without rate limits.
 * Only what the request itself causes counts, whatever the server does beside it. Who makes a request cheaper lowers its number here; who
 * makes it dearer has a reason.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RequestCostIT {

    private static final int WARM = 3; // caches and prepared statements
    private static final int TIMES = 20;
    private static final Pattern NOT_COUNTED = Pattern.compile("^(COMMIT|ROLLBACK|SET|SHOW|DISCARD)\\b.*");

    private static Tenant app;
    private static Backend backend;

    @BeforeAll
    static void anApp() {
        app = Operator.platform().production();
        backend = app.backend();
    }

    @Test
    void sessionToken() {
        var browser = app.browser();
        var session = browser.signUp().sessionId();
        assertCost(1, 0, () -> browser.token(session));
    }

    @Test
    void templateToken() {
        var browser = app.browser();
        var session = browser.signUp().sessionId();
        var claims = Map.of("a", "{{user.public_metadata.a}}", "b", "{{user.primary_email_address}} {{user.username}}");
        backend.post("/v1/jwt_templates", Map.of("name", "cost", "claims", claims))
                .ok();
        assertCost(2, 0, () -> browser.post("/v1/client/sessions/" + session + "/tokens/cost")
                .ok());
    }

    @Test
    void theClient() {
        var browser = app.browser();
        browser.signUp();
        assertCost(6, 1, () -> browser.get("/v1/client").ok());
    }

    @Test
    void theEnvironment() {
        var browser = app.browser();
        assertCost(0, 0, () -> browser.get("/v1/environment").ok());
    }

    @Test
    void publicKeys() {
        var browser = app.browser();
        assertCost(0, 0, () -> browser.get("/.well-known/jwks.json").ok());
        assertCost(0, 0, () -> backend.get("/v1/jwks").ok());
    }

    @Test
    void signInByPassword() {
        var email = Tenant.freshEmail();
        backend.createUser(email, Browser.PASSWORD);
        assertCostOfEach(29, 5, () -> {
            var browser = app.browser();
            return () -> browser.signIn(email, Browser.PASSWORD);
        });
    }

    /** In development, where no mail goes out: what the queue does for it would be counted too. A dev browser is looked up each time. */
    @Test
    void signUp() {
        var unpublished = Operator.platform().development();
        assertCostOfEach(13, 2, () -> {
            var browser = unpublished.browser();
            return () -> begin(browser, Tenant.freshEmail());
        });
        assertCostOfEach(14, 3, () -> {
            var browser = unpublished.browser();
            var path = begin(browser, Tenant.freshEmail());
            return () -> prepare(browser, path);
        });
        assertCostOfEach(35, 6, () -> {
            var browser = unpublished.browser();
            var email = Tenant.freshEmail();
            var path = begin(browser, email);
            prepare(browser, path);
            var code = unpublished.backend().code(email);
            return () -> browser.post(path + "/attempt_verification", "strategy", "email_code", "code", code)
                    .ok();
        });
    }

    @Test
    void usersAsTheBackendSeesThem() {
        var oldest = Tenant.freshEmail();
        var user = backend.createUser(oldest, Browser.PASSWORD).text("/id");
        Stream.generate(Tenant::freshEmail).limit(100).forEach(email -> backend.createUser(email, Browser.PASSWORD));
        assertCost(4, 1, () -> backend.get("/v1/users/" + user).ok());
        assertCost(5, 1, () -> backend.get("/v1/users?limit=10").ok());
        assertCost(5, 1, () -> backend.get("/v1/users?limit=100").ok());
        assertCost(5, 1, () -> backend.get("/v1/users?query=person").ok());
        assertCost(6, 1, () -> backend.get("/v1/users?query=" + oldest).ok());
    }

    @Test
    void sessionsAsTheBackendSeesThem() {
        var person = app.browser().signUp();
        assertCost(1, 1, () -> backend.get("/v1/sessions/" + person.sessionId()).ok());
        assertCost(2, 1, () -> backend.get("/v1/sessions?user_id=" + person.userId())
                .ok());
    }

    private static String begin(Browser browser, String email) {
        return "/v1/client/sign_ups/"
                + browser.post("/v1/client/sign_ups", "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
    }

    private static void prepare(Browser browser, String path) {
        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
    }

    private static void assertCost(int statements, int transactions, Runnable request) {
        assertCostOfEach(statements, transactions, () -> request);
    }

    /** @param prepared makes one request ready; what that costs is not counted */
    private static void assertCostOfEach(int statements, int transactions, Supplier<Runnable> prepared) {
        Stream.generate(prepared).limit(WARM).toList().forEach(Runnable::run);
        var requests = Stream.generate(prepared).limit(TIMES).toList();
        var cost = cost(requests);
        long begun = times(cost, RequestCostIT::begins);
        long sent = times(cost, one -> !begins(one));
        assertThat(sent + " statements in " + begun + " transactions")
                .as("%s", String.join("\n", cost.toString().split(", ")))
                .isEqualTo(statements + " statements in " + transactions + " transactions");
    }

    private static boolean begins(String sent) {
        return sent.startsWith("BEGIN ");
    }

    private static long times(Map<String, Long> cost, Predicate<String> counted) {
        return cost.entrySet().stream()
                .filter(sent -> counted.test(sent.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Of the cheapest: a cache that was emptied beside them is filled by some. */
    private static Map<String, Long> cost(List<Runnable> requests) {
        return requests.stream()
                .map(RequestCostIT::seen)
                .min(Comparator.comparingLong(seen -> times(seen, sent -> true)))
                .orElseThrow();
    }

    private static Map<String, Long> seen(Runnable request) {
        return Statements.during(request).stream()
                .filter(sent -> !NOT_COUNTED.matcher(sent).matches())
                .collect(Collectors.groupingBy(sent -> sent, TreeMap::new, Collectors.counting()));
    }
}
