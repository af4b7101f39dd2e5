package dev.rollcall.bench;

import dev.rollcall.bench.speed.Crowd;
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

    private static void load(App app, int upTo) throws Exception {
        int there = Integer.parseInt(app.query("select count(*) from users where id like 'user\\_Bench%'"));
        try (var connection = app.stand().connect()) {
            Crowd.grow(connection, app.query("select id from instance where standard"), there, upTo);
        }
    }
}
