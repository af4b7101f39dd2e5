package dev.rollcall.webhook;

import dev.rollcall.data.Rows;
import dev.rollcall.job.JobService;
import dev.rollcall.job.NewJob;
import dev.rollcall.job.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.List;

/** One step of a replay: the next events of its span, oldest first. */
@ApplicationScoped
class Replays {

    private static final int STEP = 200;

    private static final String NEXT = """
            select e.id, e.type, e.created_at, coalesce(d.status, ''), coalesce(a.response_status, -1)
              from webhook_event e
              left join webhook_delivery d
                on d.instance_id = e.instance_id and d.event_id = e.id and d.endpoint_id = ?2
              left join lateral (
                select response_status from webhook_attempt t
                 where t.instance_id = e.instance_id and t.event_id = e.id and t.endpoint_id = ?2
                 order by t.created_at desc, t.id desc limit 1) a on true
             where e.instance_id = ?1 and (e.created_at, e.id) > (?3, ?4) and e.created_at < ?5
             order by e.created_at, e.id limit %d""".formatted(STEP);

    @Inject
    private Rows rows;

    @Inject
    private Outbox outbox;

    @Inject
    private JobService jobs;

    /** Sends those of the next events that are chosen, and asks for the next step unless this was the last. */
    boolean step(String instanceId, String endpointId, Replay replay) {
        var endpoint = rows.find(Endpoint.class, instanceId, endpointId).filter(e -> !e.disabled());
        if (endpoint.isEmpty()) {
            return false; // deleted or disabled meanwhile
        }
        var next = rows.sql(instanceId, NEXT)
                .with(endpointId, Timestamp.from(replay.from()), replay.id(), Timestamp.from(replay.until()))
                .list();
        next.stream()
                .filter(row -> chosen(row, replay, endpoint.get()))
                .forEach(row -> outbox.send(instanceId, (String) row[0], endpointId, Trigger.MANUAL));
        if (next.size() == STEP) {
            goOn(instanceId, endpointId, replay, next);
        }
        return true;
    }

    private void goOn(String instanceId, String endpointId, Replay replay, List<Object[]> done) {
        var last = done.get(done.size() - 1);
        var rest = replay.after(((Timestamp) last[2]).toInstant(), (String) last[0]);
        jobs.enqueue(instanceId, NewJob.of(ReplayHandler.TYPE, Priority.NORMAL, rest.toJson(endpointId)));
    }

    /** What is pending is on its way already. */
    private static boolean chosen(Object[] row, Replay replay, Endpoint endpoint) {
        var type = (String) row[1];
        var status = (String) row[3];
        int answered = ((Number) row[4]).intValue();
        return switch (replay.which()) {
            case FAILED -> status.equals("FAIL") || status.equals("CANCELED");
            case MISSING -> status.isEmpty() && endpoint.subscription().takes(type, null);
            case FILTERED ->
                !status.isEmpty()
                        && !status.equals("PENDING")
                        && replay.wants(type)
                        && (replay.status().isEmpty() || replay.status().equals(status))
                        && (replay.statusClass() < 0 || answered / 100 * 100 == replay.statusClass());
        };
    }
}
