package dev.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Rollcall;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a million users PostgreSQL still answers every list and every count of users by indexes. It says so itself. */
class MillionUsersIT {

    private static final String SCRATCH = "a_million_users";
    private static final Pattern PLACE = Pattern.compile("\\?([0-9]+)");

    private static Connection database;

    @BeforeAll
    static void aMillionUsers() throws SQLException, IOException {
        try (var server = connect("rollcall")) {
            run(server, "drop database if exists " + SCRATCH, "create database " + SCRATCH);
        }
        database = connect(SCRATCH);
        migrate();
        var indexes = strings("""
                select indexdef from pg_indexes
                 where tablename in ('users', 'identification', 'user_names') and indexname !~ '_pkey$'""");
        var names = strings("""
                select indexname from pg_indexes
                 where tablename in ('users', 'identification', 'user_names') and indexname !~ '_pkey$'""");
        run(database, "set maintenance_work_mem = '512MB'", "set session_replication_role = replica");
        for (var name : names) {
            run(database, "drop index " + name);
        }
        run(database, LOAD);
        for (var index : indexes) {
            run(database, index);
        }
        run(database, "vacuum analyze users", "vacuum analyze identification", "vacuum analyze user_names");
    }

    @AfterAll
    static void noMore() throws SQLException {
        if (database != null) {
            database.close();
            try (var server = connect("rollcall")) {
                run(server, "drop database if exists " + SCRATCH);
            }
        }
    }

    @ParameterizedTest(name = "order_by={0}")
    @ValueSource(
            strings = {
                "created_at",
                "updated_at",
                "email_address",
                "username",
                "web3wallet",
                "phone_number",
                "first_name",
                "last_name",
                "last_active_at",
                "last_sign_in_at"
            })
    void everyOrderHasAnIndexInBothDirections(String order) throws SQLException {
        for (var direction : List.of("+", "-")) {
            assertThat(plan(page("order_by=" + direction + order)))
                    .as(direction + order)
                    .containsAnyOf("Index Scan", "Index Only Scan")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }

    @ParameterizedTest(name = "users?{0}")
    @ValueSource(
            strings = {
                "",
                "email_address=p777@example7.com",
                "email_address=p1@example1.com&email_address=p2@example2.com&order_by=email_address",
                "username=nick4000",
                "phone_number=+1",
                "web3_wallet=0x1",
                "user_id=user_0000777&user_id=user_0000778",
                "user_id=-user_0000777",
                "external_id=ext_4000",
                "external_id=-ext_4000",
                "banned=true",
                "banned=false",
                "organization_id=-org_1",
                "created_at_before=1700000000000",
                "created_at_after=1700000000000&created_at_before=1700000100000",
                "last_active_at_before=1700000000000&order_by=last_active_at",
                "last_active_at_after=1700000000000&order_by=-last_active_at",
                "last_active_at_since=1700000000000&order_by=-last_active_at",
                "last_sign_in_at_before=1700000000000&order_by=last_sign_in_at",
                "last_sign_in_at_after=1700000000000&order_by=-last_sign_in_at",
                "starting_after"
            })
    void everyFilterIsAnsweredByAnIndex(String query) throws SQLException {
        assertThat(plan(page(query))).doesNotContain("Seq Scan");
        assertThat(plan(count(query))).doesNotContain("Seq Scan on users", "Seq Scan on identification");
    }

    @ParameterizedTest(name = "users?{0}")
    @ValueSource(
            strings = {
                "query=example",
                "query=p77777@",
                "query=user_0000777",
                "query=p7",
                "query=Ada7",
                "name_query=da77",
                "name_query=ad",
                "email_address_query=777777@e",
                "email_address_query=e",
                "username_query=ick4000",
                "phone_number_query=555",
                "query=nobody&name_query=nobody&banned=true",
                "query=example&order_by=last_name&banned=false"
            })
    void everySearchIsAnsweredByAnIndex(String query) throws SQLException {
        var filters = filters(query);
        var selection = selection(query, filters);
        for (var statement : List.of(selection.pageAmong(1000), selection.pageOfFound())) {
            assertThat(plan(new Asked(statement, filters))).doesNotContain("Seq Scan on users");
        }
        assertThat(plan(count(query))).doesNotContain("Seq Scan on users");
    }

    @Test
    void aPageOfFewReadsFew() throws SQLException {
        assertThat(rowsRead(page(""))).as("the newest ten").isLessThan(50);
        assertThat(rowsRead(page("order_by=email_address"))).isLessThan(50);
        var common = filters("query=example");
        assertThat(rowsRead(new Asked(selection("", common).pageAmong(100), common)))
                .as("what everybody has is found at once")
                .isLessThan(100);
        var rare = filters("query=p777777@");
        assertThat(rowsRead(new Asked(selection("", rare).pageOfFound(), rare)))
                .as("what one has is looked up")
                .isLessThan(50);
    }

    @Test
    void thePlanIsTheSameWhenItIsMadeForAnyValue() throws SQLException {
        run(database, "set plan_cache_mode = force_generic_plan");
        try {
            var rare = filters("query=p777777@");
            assertThat(plan(new Asked(selection("", rare).pageOfFound(), rare))).doesNotContain("Seq Scan on users");
            assertThat(plan(page("order_by=username&banned=true"))).doesNotContain("Seq Scan");
        } finally {
            run(database, "reset plan_cache_mode");
        }
    }

    private record Asked(String statement, UserFilters filters) {}

    private static Asked page(String query) {
        var filters = filters(query);
        if (query.equals("starting_after")) {
            var order = UserOrder.of(java.util.Optional.empty());
            filters.and(order.after(
                    filters.bind(new java.sql.Timestamp(1_700_000_000_000L)), filters.bind("user_0000777")));
        }
        return new Asked(selection(query, filters).page(), filters);
    }

    private static Asked count(String query) {
        var filters = filters(query);
        return new Asked(UserSelection.count(filters), filters);
    }

    private static UserSelection selection(String query, UserFilters filters) {
        var input = input(query);
        return new UserSelection(filters, UserOrder.of(input.text("order_by")), Page.of(input));
    }

    private static UserFilters filters(String query) {
        return UserFilters.of(input(query));
    }

    private static Input input(String query) {
        var fields = new LinkedHashMap<String, List<String>>();
        Arrays.stream(query.split("&")).filter(field -> field.contains("=")).forEach(field -> fields.computeIfAbsent(
                        field.substring(0, field.indexOf('=')), name -> new ArrayList<>())
                .add(field.substring(field.indexOf('=') + 1)));
        return Input.ofForm(Map.copyOf(fields));
    }

    private static String plan(Asked asked) throws SQLException {
        run(database, "set enable_seqscan = " + (asked.statement().contains("count(") ? "off" : "on"));
        return explained("explain ", asked);
    }

    /** How many rows the plan's scans have read, as PostgreSQL has counted them. */
    private static long rowsRead(Asked asked) throws SQLException {
        return Pattern.compile("rows=([0-9]+)(?:\\.[0-9]+)? loops=([0-9]+)")
                .matcher(explained("explain (analyze, timing off, costs off) ", asked))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) * Long.parseLong(found.group(2)))
                .sum();
    }

    private static String explained(String how, Asked asked) throws SQLException {
        var places = PLACE.matcher(asked.statement())
                .results()
                .map(place -> Integer.parseInt(place.group(1)))
                .toList();
        var values = new ArrayList<Object>(List.of("ins_1"));
        values.addAll(Arrays.asList(asked.filters().values()));
        try (var statement =
                database.prepareStatement(how + PLACE.matcher(asked.statement()).replaceAll("?"))) {
            for (int n = 0; n < places.size(); n++) {
                statement.setObject(n + 1, values.get(places.get(n) - 1));
            }
            return String.join("\n", strings(statement));
        }
    }

    private static List<String> strings(String sql) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            return strings(statement);
        }
    }

    private static List<String> strings(java.sql.PreparedStatement statement) throws SQLException {
        var all = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(String name) throws SQLException {
        var port = Rollcall.home().resolve("postgres/port");
        Assumptions.assumeTrue(Files.exists(port), "SKIPPED: needs the embedded PostgreSQL");
        try {
            var url = "jdbc:postgresql://127.0.0.1:" + Files.readString(port).strip() + "/" + name;
            return DriverManager.getConnection(url, "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate() throws SQLException, IOException {
        var somewhere = UserFilters.class.getResource("/db/V0003__user.sql");
        if (!"jar".equals(somewhere.getProtocol())) {
            migrate(Path.of(URI.create(somewhere.toString())).getParent());
            return;
        }
        var jar = URI.create(somewhere.toString().replaceFirst("!.*", ""));
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
            migrate(inside.getPath("/db"));
        }
    }

    private static void migrate(Path folder) throws SQLException, IOException {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                run(database, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }

    private static final String LOAD = """
            insert into application (id, name, created_at, updated_at) values ('app_1', 'a', now(), now());
            insert into instance (id, application_id, environment_type, slug, frontend_host, standard, settings,
                    settings_version, created_at, updated_at)
                values ('ins_1', 'app_1', 'DEVELOPMENT', 's', 's.local', false, '{}', 1, now(), now());
            insert into users (instance_id, id, external_id, first_name, last_name, primary_email_address_id, sorted_email,
                    sorted_username, created_at, updated_at, last_sign_in_at, last_active_at, banned)
                select 'ins_1', 'user_' || lpad(n::text, 7, '0'), case when n % 2 = 0 then 'ext_' || n end,
                       (array['Ada', 'Berta', 'Cora', 'Dora'])[1 + n % 4] || n % 5000, 'Last' || n % 7919, 'idn_' || n,
                       'p' || n || '@example' || n % 10 || '.com', case when n % 4 = 0 then 'nick' || n end,
                       to_timestamp(1700000000 + n), to_timestamp(1700000000 + n),
                       case when n % 5 > 0 then to_timestamp(1700000000 + n) end,
                       case when n % 5 > 1 then to_timestamp(1700000000 + n) end, n % 1000 = 0
                  from generate_series(1, 1000000) n;
            insert into identification (instance_id, id, user_id, type, identifier, canonical, verified, created_at, updated_at)
                select u.instance_id, u.primary_email_address_id, u.id, 'EMAIL_ADDRESS', u.sorted_email, u.sorted_email, true,
                       u.created_at, u.created_at from users u;
            insert into identification (instance_id, id, user_id, type, identifier, canonical, verified, created_at, updated_at)
                select u.instance_id, 'idn_u' || u.id, u.id, 'USERNAME', u.sorted_username, u.sorted_username, true,
                       u.created_at, u.created_at from users u where u.sorted_username is not null;
            insert into user_names (instance_id, user_id, names) select instance_id, id, names from users;
            insert into user_tally (instance_id, difference) values ('ins_1', 1000000);""";
}
