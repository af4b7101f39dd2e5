package dev.rollcall.webhook;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened and how it stands with whom. */
@Stateless
public class EventLog {

    @Inject
    private Rows rows;

    @Inject
    private Vault vault;

    @Inject
    private EndpointStore endpoints;

    @Inject
    private AuditLog audit;

    /** Events, newest first; {@code event_types}, {@code before} and {@code after} narrow the list. */
    public ListOut<EventOut> list(Instance instance, Input query) {
        var events = rows.of(WebhookEvent.class, instance.id());
        during(events, query);
        Filters.names(query, "event_types")
                .ifPresent(types -> events.where("e.type in :types").with("types", types));
        boolean content = query.flag("with_content", true);
        var list = Cursor.of(query).read(events, WebhookEvent::createdAt, event -> view(event, content));
        noteRead(instance, list.data(), content);
        return list;
    }

    /** One event. */
    public EventOut get(Instance instance, String eventId, boolean content) {
        var event = view(require(instance, eventId), content);
        noteRead(instance, List.of(event), content);
        return event;
    }

    /** An event that whoever asks has just made. */
    public EventOut made(Instance instance, String eventId) {
        return view(require(instance, eventId), true);
    }

    /** The events that go to an endpoint, and how they stand with it; {@code status} narrows the list. */
    public ListOut<EventOut> ofEndpoint(Instance instance, String endpointId, Input query) {
        var endpoint = endpoints.find(instance, endpointId);
        var deliveries = rows.of(Delivery.class, instance.id())
                .where("e.endpointId = :endpoint")
                .with("endpoint", endpoint.id());
        during(deliveries, query);
        Filters.status(query)
                .ifPresent(status -> deliveries.where("e.status = :status").with("status", status));
        boolean content = query.flag("with_content", true);
        var list = Cursor.of(query).read(deliveries, Delivery::createdAt, delivery -> delivery);
        var events = of(instance, list.data().stream().map(Delivery::eventId).toList(), content);
        return new ListOut<>(
                list.data().stream()
                        .map(delivery ->
                                events.get(delivery.eventId()).standing(delivery.status(), delivery.nextAttemptAt()))
                        .toList(),
                list.iterator(),
                null,
                list.done());
    }

    /** The endpoints that an event goes to, and how it stands with them. */
    public ListOut<DestinationOut> destinations(Instance instance, String eventId, Input query) {
        require(instance, eventId);
        var deliveries = rows.of(Delivery.class, instance.id())
                .where("e.eventId = :event")
                .with("event", eventId);
        return Cursor.of(query)
                .read(
                        deliveries,
                        Delivery::createdAt,
                        delivery -> DestinationOut.of(
                                endpoints.find(instance, delivery.endpointId()).view(), delivery));
    }

    /** How many of an endpoint's events stand how. */
    public EndpointStatsOut stats(Instance instance, String endpointId, Input query) {
        var endpoint = endpoints.find(instance, endpointId);
        return new EndpointStatsOut(
                count(instance, endpoint, query, DeliveryStatus.SUCCESS),
                count(instance, endpoint, query, DeliveryStatus.PENDING),
                count(instance, endpoint, query, DeliveryStatus.FAIL),
                count(instance, endpoint, query, DeliveryStatus.CANCELED),
                0);
    }

    /** Some events by their ids. */
    public Map<String, EventOut> of(Instance instance, List<String> ids, boolean content) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var events = rows.of(WebhookEvent.class, instance.id()).where("e.id in :ids").with("ids", ids).list().stream()
                .collect(Collectors.toMap(WebhookEvent::id, event -> view(event, content)));
        noteRead(instance, events.values(), content);
        return events;
    }

    private long count(Instance instance, Endpoint endpoint, Input query, DeliveryStatus status) {
        var span = Span.of(query, "since", "until");
        return rows.of(Delivery.class, instance.id())
                .where("e.endpointId = :endpoint and e.status = :status")
                .with("endpoint", endpoint.id())
                .with("status", status)
                .where("e.createdAt >= :from and e.createdAt < :until")
                .with("from", span.from())
                .with("until", span.until())
                .count();
    }

    private WebhookEvent require(Instance instance, String eventId) {
        return rows.find(WebhookEvent.class, instance.id(), eventId)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Whoever has read a letter may have used what it says: which of them were shown is written down. */
    private void noteRead(Instance instance, Collection<EventOut> shown, boolean content) {
        if (!content || PortalSight.isNarrow()) {
            return;
        }
        var ids = Json.createArrayBuilder();
        shown.stream()
                .filter(event -> PortalSight.isMessage(event.eventType()))
                .map(EventOut::id)
                .forEach(ids::add);
        var read = ids.build();
        if (!read.isEmpty()) {
            audit.record(
                    instance.id(),
                    AuditAct.of("message_events.read", "instance", instance.id())
                            .changing(
                                    null,
                                    Json.createObjectBuilder().add("ids", read).build()));
        }
    }

    private EventOut view(WebhookEvent event, boolean content) {
        var payload = content
                ? PortalSight.of(
                        event.type(),
                        JsonText.object(vault.payload(event.instanceId(), event.id(), event.payload()))
                                .orElseThrow())
                : JsonObject.EMPTY_JSON_OBJECT;
        return new EventOut(
                event.id(),
                event.eventId(),
                event.type(),
                event.channels(),
                null,
                payload,
                event.createdAt(),
                null,
                null,
                null,
                null);
    }

    static void during(Scoped<?> query, Input input) {
        var span = Span.of(input, "after", "before");
        query.where("e.createdAt >= :from and e.createdAt < :until")
                .with("from", span.from())
                .with("until", span.until());
    }
}
