package dev.rollcall.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Backend;
import dev.rollcall.contract.Browser;
import dev.rollcall.contract.Operator;
import dev.rollcall.contract.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The hot paths: how many statements a request sends, and how many transactions it begins. PostgreSQL itself counts, in a production
 * instance without rate limits. Who makes a request cheaper lowers its number here; who makes it dearer has a reason.
 */
class RequestCostIT {

    private static final int WARM = 3; // caches and prepared statements
    private static final int TIMES = 20;

    /**
     * By PostgreSQL's own number, because one statement may be shown in several ways; changes of a row by its table, because EclipseLink
     * names the columns that differ.
     */
    private static final String SEEN = """
            select coalesce(substring(query from '^UPDATE \\S+ SET'), queryid::text), query, calls from pg_stat_statements
             where dbid = (select oid from pg_database where datname = current_database())
               and query !~* '^(commit|rollback|set|show|discard|update job)|pg_stat_statements'""";

    private static Tenant app;
    private static Backend backend;

    @BeforeAll
    static void anApp() {
        app = Operator.platform().production();
        backend = app.backend();
    }

    @Test
    void sessionToken() throws SQLException {
        var browser = app.browser();
        var session = browser.signUp().sessionId();
        assertCost(1, 0, () -> browser.token(session));
    }

    @Test
    void templateToken() throws SQLException {
        var browser = app.browser();
        var session = browser.signUp().sessionId();
        var claims = Map.of("a", "{{user.public_metadata.a}}", "b", "{{user.primary_email_address}} {{user.username}}");
        backend.post("/v1/jwt_templates", Map.of("name", "cost", "claims", claims))
                .ok();
        assertCost(2, 0, () -> browser.post("/v1/client/sessions/" + session + "/tokens/cost")
                .ok());
    }

    @Test
    void theClient() throws SQLException {
        var browser = app.browser();
        browser.signUp();
        assertCost(6, 1, () -> browser.get("/v1/client").ok());
    }

    @Test
    void theEnvironment() throws SQLException {
        var browser = app.browser();
        assertCost(0, 0, () -> browser.get("/v1/environment").ok());
    }

    @Test
    void publicKeys() throws SQLException {
        var browser = app.browser();
        assertCost(0, 0, () -> browser.get("/.well-known/jwks.json").ok());
        assertCost(0, 0, () -> backend.get("/v1/jwks").ok());
    }

    @Test
    void signInByPassword() throws SQLException {
        var email = Tenant.freshEmail();
        backend.createUser(email, Browser.PASSWORD);
        assertCostOfEach(29, 5, () -> {
            var browser = app.browser();
            return () -> browser.signIn(email, Browser.PASSWORD);
        });
    }

    /** In development, where no mail goes out: what the queue does for it would be counted too. A dev browser is looked up each time. */
    @Test
    void signUp() throws SQLException {
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
    void usersAsTheBackendSeesThem() throws SQLException {
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
    void sessionsAsTheBackendSeesThem() throws SQLException {
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

    private static void assertCost(int statements, int transactions, Runnable request) throws SQLException {
        assertCostOfEach(statements, transactions, () -> request);
    }

    /** @param prepared makes one request ready; what that costs is not counted */
    private static void assertCostOfEach(int statements, int transactions, Supplier<Runnable> prepared)
            throws SQLException {
        Stream.generate(prepared).limit(WARM).toList().forEach(Runnable::run);
        var requests = Stream.generate(prepared).limit(TIMES).toList();
        var cost = cost(requests).values();
        long begun = times(cost, Sent::begins);
        long sent = times(cost, one -> !one.begins());
        assertThat(sent + " statements in " + begun + " transactions")
                .as("%s", cost)
                .isEqualTo(statements + " statements in " + transactions + " transactions");
    }

    /** What PostgreSQL was sent so often. */
    private record Sent(String query, long times) {

        boolean begins() {
            return query.equals("BEGIN");
        }

        Sent atMost(long others) {
            return new Sent(query, Math.min(times, others));
        }

        Sent plus(Sent other) {
            return new Sent(query, times + other.times);
        }

        @Override
        public String toString() {
            return "\n" + times + " " + query.replaceAll("\\s+", " ");
        }
    }

    private static long times(Collection<Sent> sent, Predicate<Sent> counted) {
        return sent.stream().filter(counted).mapToLong(Sent::times).sum();
    }

    /** What runs in the background is seen with some requests; what a request costs is seen with every one. */
    private static Map<String, Sent> cost(List<Runnable> requests) throws SQLException {
        try (var database = EmbeddedPostgres.connect()) {
            EmbeddedPostgres.execute(database, "create extension if not exists pg_stat_statements");
            Map<String, Sent> cost = null;
            for (var request : requests) {
                EmbeddedPostgres.execute(database, "select pg_stat_statements_reset()");
                request.run();
                var seen = seen(database);
                if (cost == null) {
                    cost = seen;
                } else {
                    cost.keySet().retainAll(seen.keySet());
                    cost.replaceAll((id, sent) -> sent.atMost(seen.get(id).times()));
                }
            }
            return cost;
        }
    }

    private static Map<String, Sent> seen(Connection database) throws SQLException {
        var seen = new HashMap<String, Sent>();
        try (var statement = database.prepareStatement(SEEN);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                seen.merge(rows.getString(1), new Sent(rows.getString(2), rows.getLong(3)), Sent::plus);
            }
        }
        return seen;
    }
}
