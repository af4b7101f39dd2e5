package dev.rollcall.job;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Rows;
import dev.rollcall.input.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.List;

/** What operators change of jobs. Each is one guarded statement: a job that was claimed or finished meanwhile is left as it is. */
@ApplicationScoped
class JobChanges {

    private static final String CANCEL = """
            update job j
               set state = 'CANCELLED', finished_at = clock_timestamp(), lease_owner = null, lease_until = null
             where j.instance_id = ?1 and j.id = any (cast(?2 as text[])) and j.finished_at is null
               and (j.lease_until is null or j.lease_until < clock_timestamp())
            returning j.id, j.type, cast(j.payload as text)""";

    /** Of several jobs of one dedupe key only the newest is woken, and none where one is pending: there is a unique index. */
    private static final String REPLAY = """
            update job j
               set state = 'PENDING', finished_at = null, attempts = 0, run_at = clock_timestamp(),
                   lease_owner = null, lease_until = null
              from (select distinct on (coalesce(d.dedupe_key, d.id)) d.id
                      from job d
                     where d.instance_id = ?1 and d.id = any (cast(?2 as text[]))
                     order by coalesce(d.dedupe_key, d.id), d.created_at desc, d.id desc) newest
             where j.instance_id = ?1 and j.id = newest.id and j.state in ('DEAD', 'CANCELLED')
               and not exists (select 1 from job other
                                where other.instance_id = ?1 and other.dedupe_key = j.dedupe_key
                                  and other.finished_at is null)
            returning j.id, j.type, cast(j.payload as text), j.priority, j.run_at""";

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private JobWake wake;

    @Inject
    private Event<JobCancelled> cancelled;

    @Inject
    private Event<JobReplayed> replayed;

    /** Calls off those of these jobs that wait; answers how many. */
    int cancel(String instanceId, List<String> ids) {
        var changed = rows.sql(instanceId, CANCEL).with(array(ids)).list();
        for (var row : changed) {
            var payload = JsonText.object((String) row[2]).orElseThrow();
            audit.record(instanceId, AuditAct.of("job.cancelled", "job", (String) row[0]));
            cancelled.fire(new JobCancelled(instanceId, (String) row[0], (String) row[1], payload));
        }
        return changed.size();
    }

    /** Makes those of these jobs pending that are dead or cancelled; answers how many. */
    int replay(String instanceId, List<String> ids) {
        var changed = rows.sql(instanceId, REPLAY).with(array(ids)).list();
        for (var row : changed) {
            var payload = JsonText.object((String) row[2]).orElseThrow();
            audit.record(instanceId, AuditAct.of("job.replayed", "job", (String) row[0]));
            replayed.fire(new JobReplayed(instanceId, (String) row[0], (String) row[1], payload));
            var priority = Priority.ofRank(((Number) row[3]).intValue());
            wake.afterCommit(priority, ((Timestamp) row[4]).toInstant());
        }
        return changed.size();
    }

    /** Ids from the wire may hold anything, so each is quoted in the array's literal. */
    private static String array(List<String> ids) {
        var literal = new StringBuilder("{");
        for (var id : ids) {
            literal.append(literal.length() > 1 ? "," : "")
                    .append('"')
                    .append(id.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return literal.append('}').toString();
    }
}
