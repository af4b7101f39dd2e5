package dev.rollcall.webhook;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.job.JobService;
import dev.rollcall.job.NewJob;
import dev.rollcall.job.Priority;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.List;

/**
 * Writes events and sends them on their way, in the caller's transaction: they are told if and only if what they tell of is committed.
 */
@ApplicationScoped
class Outbox {

    private static final String EVENT = """
            insert into webhook_event (instance_id, id, type, event_id, channels, payload, created_at)
            values (?1, ?2, ?3, nullif(?4, ''), cast(nullif(?5, '') as text[]), ?6, ?7)""";

    private static final String DELIVERY = """
            insert into webhook_delivery (instance_id, id, event_id, endpoint_id, status, next_attempt_at, created_at, updated_at)
            values (?1, ?2, ?3, ?4, 'PENDING', ?5, ?5, ?5)
            on conflict (instance_id, event_id, endpoint_id)
              do update set status = 'PENDING', next_attempt_at = excluded.next_attempt_at, updated_at = excluded.updated_at""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Vault vault;

    @Inject
    private JobService jobs;

    /** Writes an event and sends it to these endpoints; answers its id. */
    String tell(String instanceId, NewEvent event, List<String> endpointIds) {
        var id = Ids.next(Prefix.WEBHOOK_EVENT);
        rows.sql(instanceId, EVENT)
                .with(
                        id,
                        event.type(),
                        event.eventId() == null ? "" : event.eventId(),
                        event.channels() == null ? "" : "{" + String.join(",", event.channels()) + "}",
                        vault.payload(instanceId, id, event.payload().toString()),
                        Timestamp.from(clock.real()))
                .run();
        endpointIds.forEach(endpointId -> send(instanceId, id, endpointId, Trigger.SCHEDULED));
        return id;
    }

    /** Sends an event to an endpoint, be it for the first time or again, and tries as often as the schedule says. */
    void send(String instanceId, String eventId, String endpointId, Trigger trigger) {
        rows.sql(instanceId, DELIVERY)
                .with(Ids.next(Prefix.WEBHOOK_DELIVERY), eventId, endpointId, Timestamp.from(clock.real()))
                .run();
        enqueue(instanceId, eventId, endpointId, trigger);
    }

    /** Sends an event once more beside the schedule that still runs. */
    void sendBeside(String instanceId, String eventId, String endpointId) {
        enqueue(instanceId, eventId, endpointId, Trigger.MANUAL_ONCE);
    }

    private void enqueue(String instanceId, String eventId, String endpointId, Trigger trigger) {
        var payload = Json.createObjectBuilder()
                .add("event_id", eventId)
                .add("endpoint_id", endpointId)
                .add("trigger", trigger.name())
                .build();
        jobs.enqueue(instanceId, NewJob.of(DeliveryHandler.TYPE, Priority.HIGH, payload));
    }
}
