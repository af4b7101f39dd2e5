package dev.rollcall.platform;

import dev.rollcall.data.Rows;
import dev.rollcall.json.Json;
import dev.rollcall.session.SessionsUsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;

/** On which days users were there: noted with the last use of their sessions, so that it costs no request anything. */
@ApplicationScoped
class UserActivity {

    /** In the order of the key, so that two nodes that write at once wait for each other and never in a circle. */
    private static final String NOTE = """
            insert into user_activity (instance_id, month, user_id, days)
            select ?1, cast(date_trunc('month', u.at at time zone 'UTC') as date), u.user_id,
                   1 << (cast(extract(day from u.at at time zone 'UTC') as integer) - 1)
              from jsonb_to_recordset(cast(?2 as jsonb)) as u(user_id text, at timestamptz)
             where exists (select 1 from instance where id = ?1)
             order by u.user_id
            on conflict (instance_id, month, user_id) do update set days = user_activity.days | excluded.days
             where user_activity.days & excluded.days = 0""";

    private static final String COUNT = """
            select count(distinct user_id) from user_activity
             where instance_id = ?1 and month between ?2 and ?3
               and days & (case when month = ?2 then cast(?4 as integer) else -1 end)
                        & (case when month = ?3 then cast(?5 as integer) else -1 end) <> 0""";

    @Inject
    private Rows rows;

    void note(@Observes SessionsUsed used) {
        var users = Json.createArrayBuilder();
        used.users()
                .forEach((id, at) ->
                        users.add(Json.createObjectBuilder().add("user_id", id).add("at", at.toString())));
        rows.sql(used.instanceId(), NOTE).with(users.build().toString()).run();
    }

    /** How many users were there on any day from the first to the last. */
    long count(String instanceId, LocalDate first, LocalDate last) {
        int from = -1 << (first.getDayOfMonth() - 1);
        int until = (int) ((1L << last.getDayOfMonth()) - 1);
        var row = rows.sql(instanceId, COUNT)
                .with(Date.valueOf(first.withDayOfMonth(1)), Date.valueOf(last.withDayOfMonth(1)), from, until)
                .list()
                .get(0);
        return ((Number) row[0]).longValue();
    }
}
