package dev.rollcall.webhook;

import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** What was tried, and what came of it. */
@Stateless
public class AttemptLog {

    @Inject
    private Rows rows;

    @Inject
    private Vault vault;

    @Inject
    private EndpointStore endpoints;

    @Inject
    private EventLog events;

    /** The requests to one endpoint, newest first; {@code status}, {@code status_code_class} and {@code event_types} narrow the list. */
    public ListOut<AttemptOut> ofEndpoint(Instance instance, String endpointId, Input query) {
        var endpoint = endpoints.find(instance, endpointId);
        return list(
                instance,
                rows.of(Attempt.class, instance.id())
                        .where("e.endpointId = :endpoint")
                        .with("endpoint", endpoint.id()),
                query);
    }

    /** The requests that told of one event, newest first. */
    public ListOut<AttemptOut> ofEvent(Instance instance, String eventId, Input query) {
        events.get(instance, eventId, false);
        var attempts = rows.of(Attempt.class, instance.id())
                .where("e.eventId = :event")
                .with("event", eventId);
        query.text("endpoint_id").ifPresent(id -> attempts.where("e.endpointId = :endpoint")
                .with("endpoint", endpoints.find(instance, id).id()));
        return list(instance, attempts, query);
    }

    /** All requests, newest first. */
    public ListOut<AttemptOut> list(Instance instance, Input query) {
        return list(instance, rows.of(Attempt.class, instance.id()), query);
    }

    /** One request. */
    public AttemptOut get(Instance instance, String eventId, String attemptId) {
        return rows.find(Attempt.class, instance.id(), attemptId)
                .filter(attempt -> attempt.eventId().equals(eventId))
                .map(attempt -> attempt.view(
                        response(attempt, events.get(instance, eventId, false).eventType()), null))
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private ListOut<AttemptOut> list(Instance instance, Scoped<Attempt> attempts, Input query) {
        EventLog.during(attempts, query);
        narrow(attempts, query);
        boolean content = query.flag("with_content", true);
        var list = Cursor.of(query).read(attempts, Attempt::createdAt, attempt -> attempt);
        boolean withEvent = query.flag("with_msg", false);
        var told = withEvent || PortalSight.isNarrow()
                ? events.of(
                        instance,
                        list.data().stream().map(Attempt::eventId).distinct().toList(),
                        content && withEvent)
                : Map.<String, EventOut>of();
        return new ListOut<>(
                list.data().stream()
                        .map(attempt -> {
                            var event = told.get(attempt.eventId());
                            return attempt.view(
                                    content ? response(attempt, event == null ? "" : event.eventType()) : "",
                                    withEvent ? event : null);
                        })
                        .toList(),
                list.iterator(),
                null,
                list.done());
    }

    private static void narrow(Scoped<Attempt> attempts, Input query) {
        Filters.status(query).ifPresent(status -> attempts.where("e.success = :success")
                .with("success", status == DeliveryStatus.SUCCESS));
        Filters.statusClass(query, "status_code_class")
                .ifPresent(least -> attempts.where("e.responseStatus >= :least and e.responseStatus <= :most")
                        .with("least", least)
                        .with("most", least == 0 ? 0 : least + 99));
        Filters.names(query, "event_types")
                .ifPresent(types -> attempts.where("e.eventId in (select v.id from WebhookEvent v"
                                + " where v.instanceId = :instance and v.type in :types)")
                        .with("types", types));
    }

    private String response(Attempt attempt, String eventType) {
        if (PortalSight.hides(eventType)) {
            return ""; // it may echo what it was sent
        }
        return vault.response(attempt.instanceId(), attempt.id(), attempt.response());
    }
}
