package dev.rollcall.security;

import dev.rollcall.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Counts for all nodes, by the database's clock. Kept is the moment up to which what is allowed has been used (the generic cell rate
 * algorithm); a request pushes it on by its share of the period, and is refused if that would be more than a period ahead.
 */
@ApplicationScoped
class RateCounter {

    private static final String TAKE = """
            insert into rate_limit as r (instance_id, id, used_until)
            values (?, ?, clock_timestamp() + ? * interval '1 microsecond')
                on conflict (instance_id, id) do update
               set used_until = greatest(r.used_until, clock_timestamp()) + ? * interval '1 microsecond'
             where greatest(r.used_until, clock_timestamp()) + ? * interval '1 microsecond'
                   <= clock_timestamp() + ? * interval '1 microsecond'""";

    private static final String LEFT = """
            select (extract(epoch from used_until - clock_timestamp()) * 1000000)::bigint
              from rate_limit where instance_id = ? and id = ?""";

    @Inject
    private Database database;

    /** Whether so many requests are still allowed; they are then counted. */
    boolean take(String instanceId, String id, int requests, int allowed, Duration period) {
        long cost = micros(period) / allowed * requests;
        return database.update(TAKE, statement -> {
                    statement.setString(1, instanceId);
                    statement.setString(2, id);
                    statement.setLong(3, cost);
                    statement.setLong(4, cost);
                    statement.setLong(5, cost);
                    statement.setLong(6, micros(period));
                })
                == 1;
    }

    /** How long until a next request will be allowed. */
    Duration untilNext(String instanceId, String id, int allowed, Duration period) {
        long used = database
                .query(
                        LEFT,
                        statement -> {
                            statement.setString(1, instanceId);
                            statement.setString(2, id);
                        },
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
        long micros = used + micros(period) / allowed - micros(period);
        return Duration.ofNanos(Math.max(0, micros) * 1000);
    }

    private static long micros(Duration period) {
        return period.toNanos() / 1000;
    }
}
