package dev.rollcall.bench.speed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** So many users as an instance may have, each with an address and signed in in a browser of their own; and as many in Keycloak's realm. */
public final class Crowd {

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

    /** As its admin API makes them: an entity each, and the role that everybody has. */
    private static final String GROW_PEER = """
            set session_replication_role = replica;
            insert into user_entity (id, email, email_constraint, email_verified, enabled, first_name, last_name, realm_id,
                    username, created_timestamp, not_before)
                select '%1$s' || lpad(n::text, 12, '0'), mail, mail, true, true, 'Ada' || n %% 5000, 'Last' || n %% 7919,
                       (select id from realm where name = '%2$s'), mail, 1700000000000 + n * 1000::bigint, 0
                  from generate_series(%3$d + 1, %4$d) n, lateral (select 'p' || n || '@example' || n %% 10 || '.com' mail) m;
            insert into user_role_mapping (role_id, user_id)
                select (select default_role from realm where name = '%2$s'), '%1$s' || lpad(n::text, 12, '0')
                  from generate_series(%3$d + 1, %4$d) n;
            reset session_replication_role""";

    private static final String SERIAL = "Bench00";
    private static final String PEER_SERIAL = "be9c0000-0000-4000-8000-";

    private final Ours ours;
    private final Keycloak keycloak;
    private int size;

    Crowd(Ours ours, Keycloak keycloak) {
        this.ours = ours;
        this.keycloak = keycloak;
    }

    /** How many there are, without those whom rows have made for themselves. */
    int size() {
        return size;
    }

    /** The number of anybody, from 1. */
    int anybody() {
        return ThreadLocalRandom.current().nextInt(size) + 1;
    }

    /** Users come in where there are fewer; nobody goes. */
    void grow(int upTo) throws SQLException {
        if (upTo <= size) {
            return;
        }
        try (var connection = ours.connect()) {
            grow(connection, ours.instanceId(), size, upTo);
        }
        try (var connection = keycloak.connect()) {
            execute(connection, GROW_PEER.formatted(PEER_SERIAL, Keycloak.REALM, size, upTo));
            vacuum(connection, List.of("user_entity", "user_role_mapping"));
        }
        size = upTo;
    }

    /** Users of one instance of ours, after those that are there. */
    public static void grow(Connection connection, String instanceId, int there, int upTo) throws SQLException {
        execute(connection, GROW.formatted(instanceId, SERIAL, there, upTo));
        vacuum(connection, List.of("users", "identification", "user_names", "client", "session"));
    }

    /** The id of a user of ours, by their number. */
    static String user(int n) {
        return "user_" + SERIAL + "%020d".formatted(n);
    }

    /** The same for SQL, in which the number is a variable of `pgbench`. */
    static String userInSql(String variable) {
        return "'user_%s' || lpad(:%s::text, 20, '0')".formatted(SERIAL, variable);
    }

    /** The id of a user of Keycloak, by their number. */
    static String peer(int n) {
        return PEER_SERIAL + "%012d".formatted(n);
    }

    /** The address of either of them. */
    static String email(int n) {
        return "p%d@example%d.com".formatted(n, n % 10);
    }

    private static void vacuum(Connection connection, List<String> tables) throws SQLException {
        for (var table : tables) {
            execute(connection, "vacuum analyze " + table);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
