package dev.rollcall.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A page of users and their number as an app's server asks for them, with a thousand users and with a million. */
final class Users implements Bench.Measurement {

    private static final int ASKED = 60;
    private static final List<String> QUERIES = List.of(
            "/v1/users?limit=10",
            "/v1/users?limit=100",
            "/v1/users?limit=10&order_by=email_address",
            "/v1/users?limit=10&order_by=-last_sign_in_at",
            "/v1/users?limit=10&email_address=p777@example7.com",
            "/v1/users?limit=10&query=example",
            "/v1/users?limit=10&query=p777@",
            "/v1/users?limit=10&name_query=ada7&order_by=last_name",
            "/v1/users/count",
            "/v1/users/count?query=p777@");

    @Override
    public void run(App app) throws Exception {
        for (int users : new int[] {1_000, 1_000_000}) {
            load(app, users);
            Bench.say("%,d users, milliseconds, median and 95th percentile of %d:", users, ASKED);
            for (var query : QUERIES) {
                Bench.say("  %s  %s", measured(app, query), query);
            }
        }
    }

    private static String measured(App app, String query) throws Exception {
        var millis = new double[ASKED];
        for (int n = -ASKED / 2; n < ASKED; n++) { // the first third warms up
            long begun = System.nanoTime();
            app.backend("GET", query, null);
            millis[Math.max(n, 0)] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%7.1f %7.1f", millis[ASKED / 2], millis[ASKED * 95 / 100]);
    }

    /** Triggers and foreign keys are not what is measured: they rest while rows come in by the hundred thousand. */
    private static void load(App app, int upTo) throws Exception {
        var loaded = app.query("select count(*) from users where id like 'user\\_bench%'");
        app.update("""
                set session_replication_role = replica;
                insert into users (instance_id, id, external_id, first_name, last_name, primary_email_address_id, sorted_email,
                        created_at, updated_at, last_sign_in_at)
                    select (select id from instance where standard), 'user_bench' || n, 'bench_' || n, 'Ada' || n %% 5000,
                           'Last' || n %% 7919, 'idn_bench' || n, 'p' || n || '@example' || n %% 10 || '.com',
                           to_timestamp(1700000000 + n), to_timestamp(1700000000 + n), to_timestamp(1700000000 + n)
                      from generate_series(%1$s + 1, %2$d) n;
                insert into identification (instance_id, id, user_id, type, identifier, canonical, verified, created_at,
                        updated_at)
                    select instance_id, primary_email_address_id, id, 'EMAIL_ADDRESS', sorted_email, sorted_email, true,
                           created_at, created_at
                      from users where id like 'user\\_bench%%' and substr(id, 11)::int > %1$s;
                insert into user_names (instance_id, user_id, names)
                    select instance_id, id, names from users where id like 'user\\_bench%%' and substr(id, 11)::int > %1$s;
                insert into user_tally (instance_id, difference)
                    values ((select id from instance where standard), %2$d - %1$s);
                reset session_replication_role""".formatted(loaded, upTo));
        for (var table : List.of("users", "identification", "user_names")) {
            app.update("vacuum analyze " + table);
        }
    }
}
