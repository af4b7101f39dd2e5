package dev.rollcall.bench.speed;

import java.sql.SQLException;
import java.util.List;

/** So many users as an instance may have, each with an address and signed in in a browser of their own; made by PostgreSQL itself. */
record Crowd(Ours ours) {

    /** Triggers and foreign keys are not what is measured: they rest while rows come in by the hundred thousand. */
    private static final String GROW = """
            set session_replication_role = replica;
            create temp table more as
                select '%1$s' instance_id, n, '%2$s' || lpad(n::text, 20, '0') serial,
                       to_timestamp(1700000000 + n) made, now() + interval '1 year' later
                  from generate_series(%3$d + 1, %4$d) n;
            insert into users (instance_id, id, external_id, first_name, last_name, primary_email_address_id, sorted_email,
                    created_at, updated_at, last_sign_in_at)
                select instance_id, 'user_' || serial, 'bench_' || n, 'Ada' || n %% 5000, 'Last' || n %% 7919,
                       'idn_' || serial, 'p' || n || '@example' || n %% 10 || '.com', made, made, made from more;
            insert into identification (instance_id, id, user_id, type, identifier, canonical, verified, created_at, updated_at)
                select instance_id, primary_email_address_id, id, 'EMAIL_ADDRESS', sorted_email, sorted_email, true,
                       created_at, created_at from users where id in (select 'user_' || serial from more);
            insert into user_names (instance_id, user_id, names)
                select instance_id, id, names from users where id in (select 'user_' || serial from more);
            insert into user_tally (instance_id, difference) select instance_id, count(*) from more group by 1;
            insert into client (instance_id, id, token_hash, cookie_expire_at, last_active_session_id, created_at, updated_at)
                select instance_id, 'client_' || serial, encode(sha256(serial::bytea), 'hex'), later, 'sess_' || serial,
                       made, made from more;
            insert into session (instance_id, id, client_id, user_id, status, first_factor_at, expire_at, abandon_at,
                    last_active_at, created_at, updated_at)
                select instance_id, 'sess_' || serial, 'client_' || serial, 'user_' || serial, 'ACTIVE', made, later, later,
                       made, made, made from more;
            drop table more;
            reset session_replication_role""";

    private static final String SERIAL = "Bench00";
    private static final List<String> GROWN = List.of("users", "identification", "user_names", "client", "session");

    /** Users come in where there are fewer; nobody goes. */
    void grow(int upTo) throws SQLException {
        try (var connection = ours.connect();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select count(*) from users where id like 'user\\_" + SERIAL + "%'");
            rows.next();
            int there = rows.getInt(1);
            if (there >= upTo) {
                return;
            }
            statement.execute(GROW.formatted(ours.instanceId(), SERIAL, there, upTo));
            for (var table : GROWN) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }
}
