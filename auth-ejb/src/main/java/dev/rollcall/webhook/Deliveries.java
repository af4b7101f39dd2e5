package dev.rollcall.webhook;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.JsonText;
import dev.rollcall.job.Outcome;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads what is to be sent and notes what came of it, each in a short transaction around the request. */
@Stateless
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final String PARCEL = """
            select d.status, e.payload, p.url, p.disabled, p.headers, p.secrets, e.type, p.sees_messages
              from webhook_delivery d
              join webhook_event e on e.instance_id = d.instance_id and e.id = d.event_id
              join webhook_endpoint p on p.instance_id = d.instance_id and p.id = d.endpoint_id
             where d.instance_id = ?1 and d.event_id = ?2 and d.endpoint_id = ?3""";

    private static final String NOTE = """
            update webhook_delivery set status = ?4, attempts = attempts + 1, updated_at = ?5,
                   next_attempt_at = case when ?4 = 'PENDING' then cast(?5 as timestamptz) + ?6 * interval '1 millisecond' end
             where instance_id = ?1 and event_id = ?2 and endpoint_id = ?3""";

    private static final String NOTE_ONCE = """
            update webhook_delivery set attempts = attempts + 1, updated_at = ?4
             where instance_id = ?1 and event_id = ?2 and endpoint_id = ?3""";

    private static final String ATTEMPT = """
            insert into webhook_attempt (instance_id, id, event_id, endpoint_id, url, success, response_status, response,
                                         duration_ms, manual, request_headers, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, cast(?11 as jsonb), ?12)""";

    private static final String FATE = """
            update webhook_delivery set status = ?4, next_attempt_at = null, updated_at = ?5
             where instance_id = ?1 and event_id = ?2 and endpoint_id = ?3 and status = 'PENDING'""";

    private static final String RECOVERED = """
            update webhook_endpoint set failing_since = null
             where instance_id = ?1 and id = ?2 and failing_since is not null""";

    private static final String FAILING = """
            update webhook_endpoint set failing_since = ?3
             where instance_id = ?1 and id = ?2 and failing_since is null""";

    private static final String DISABLE = """
            update webhook_endpoint set disabled = true, updated_at = ?3,
                   disabled_for = 'nothing but failures for five days'
             where instance_id = ?1 and id = ?2 and not disabled and failing_since < ?4""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Vault vault;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Event<EndpointDisabled> news;

    /** What is to be sent, if the event and the endpoint are still there. */
    public Optional<Parcel> open(String instanceId, String eventId, String endpointId) {
        return rows.sql(instanceId, PARCEL).with(eventId, endpointId).list().stream()
                .findFirst()
                .map(row -> new Parcel(
                        eventId,
                        endpointId,
                        DeliveryStatus.valueOf((String) row[0]),
                        (Boolean) row[3],
                        (String) row[2],
                        body((String) row[6], vault.payload(instanceId, eventId, (byte[]) row[1]), (Boolean) row[7]),
                        vault.headers(instanceId, endpointId, (byte[]) row[4]),
                        vault.secrets(instanceId, endpointId, (byte[]) row[5]).at(clock.real())));
    }

    /** Notes one request; answers what the queue makes of it. */
    public Outcome record(String instanceId, Parcel parcel, Trigger trigger, int attempt, Tried tried) {
        var outcome = trigger == Trigger.MANUAL_ONCE ? Outcome.done() : tried.outcome();
        var now = clock.real();
        if (note(instanceId, parcel, trigger, outcome, attempt, tried, now) == 0) {
            return Outcome.done(); // deleted while the request was under way
        }
        var attemptId = Ids.next(Prefix.WEBHOOK_ATTEMPT);
        rows.sql(instanceId, ATTEMPT)
                .with(
                        attemptId,
                        parcel.eventId(),
                        parcel.endpointId(),
                        parcel.url(),
                        tried.success(),
                        tried.status(),
                        vault.response(instanceId, attemptId, tried.response()),
                        (int) tried.took().toMillis(),
                        trigger != Trigger.SCHEDULED && attempt == 1,
                        json(tried.shownHeaders()).toString(),
                        Timestamp.from(now))
                .run();
        judge(instanceId, parcel.endpointId(), tried.success(), now);
        return outcome;
    }

    /** The endpoint was disabled before the event could be sent. */
    public void cancel(String instanceId, String eventId, String endpointId) {
        settle(instanceId, eventId, endpointId, DeliveryStatus.CANCELED);
    }

    /** It was tried for the last time. */
    public void exhausted(String instanceId, String eventId, String endpointId) {
        if (settle(instanceId, eventId, endpointId, DeliveryStatus.FAIL) > 0) {
            LOG.log(Level.WARNING, "message.attempt.exhausted: {0} is not sent to {1} of {2} any more", new Object[] {
                eventId, endpointId, instanceId
            });
        }
    }

    private int note(
            String instanceId, Parcel parcel, Trigger trigger, Outcome outcome, int attempt, Tried tried, Instant now) {
        if (trigger == Trigger.MANUAL_ONCE && !tried.success()) {
            return rows.sql(instanceId, NOTE_ONCE)
                    .with(parcel.eventId(), parcel.endpointId(), Timestamp.from(now))
                    .run();
        }
        var waits = DeliveryHandler.RETRIES.waits();
        boolean again = outcome instanceof Outcome.Failed && attempt <= waits.size();
        var status = tried.success() ? DeliveryStatus.SUCCESS : again ? DeliveryStatus.PENDING : DeliveryStatus.FAIL;
        long wait = again
                ? Math.max(
                        waits.get(attempt - 1).toMillis(),
                        tried.retryAfter().orElse(Duration.ZERO).toMillis())
                : 0;
        return rows.sql(instanceId, NOTE)
                .with(parcel.eventId(), parcel.endpointId(), status.name(), Timestamp.from(now), wait)
                .run();
    }

    /** The endpoint's row is written when it begins to fail, when it has recovered, and when it is disabled; never for each request. */
    private void judge(String instanceId, String endpointId, boolean success, Instant now) {
        if (success) {
            rows.sql(instanceId, RECOVERED).with(endpointId).run();
            return;
        }
        var at = Timestamp.from(now);
        rows.sql(instanceId, FAILING).with(endpointId, at).run();
        var since = Timestamp.from(now.minus(PATIENCE));
        if (rows.sql(instanceId, DISABLE).with(endpointId, at, since).run() > 0) {
            subscriptions.changing(instanceId);
            news.fire(new EndpointDisabled(instanceId, endpointId));
            LOG.log(Level.WARNING, "endpoint.disabled: {0} of {1} did nothing but fail for five days", new Object[] {
                endpointId, instanceId
            });
        }
    }

    private int settle(String instanceId, String eventId, String endpointId, DeliveryStatus status) {
        return rows.sql(instanceId, FATE)
                .with(eventId, endpointId, status.name(), Timestamp.from(clock.real()))
                .run();
    }

    /** The request's body; what letters say is kept from an endpoint that somebody set up who may not read them. */
    private static String body(String type, String payload, boolean seesMessages) {
        return seesMessages || !PortalSight.isMessage(type)
                ? payload
                : PortalSight.redacted(JsonText.object(payload).orElseThrow()).toString();
    }

    private static JsonObject json(Map<String, String> headers) {
        var object = Json.createObjectBuilder();
        headers.forEach(object::add);
        return object.build();
    }
}
