package dev.rollcall.webhook;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.job.JobService;
import dev.rollcall.job.NewJob;
import dev.rollcall.job.Priority;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** Sends what somebody asks for: events of their own, examples, and what was told before. */
@Stateless
public class EventSending {

    /** Hundreds of them are held at once, on their way to as many endpoints. */
    private static final int LARGEST_PAYLOAD = 256 * 1024;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private EndpointStore endpoints;

    @Inject
    private EventLog events;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Payloads payloads;

    @Inject
    private Outbox outbox;

    @Inject
    private JobService jobs;

    /** Tells of an event of the app's own, with the payload as it is given. */
    public EventOut create(Instance instance, Input body) {
        var type = EndpointForm.name(body.required("eventType"), "eventType");
        var eventId = body.text("eventId").map(id -> EndpointForm.name(id, "eventId"));
        var channels = body.list("channels").stream()
                .map(channel -> EndpointForm.name(channel, "channels"))
                .toList();
        var payload = payload(body);
        if (payload.toString().length() > LARGEST_PAYLOAD) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal("payload");
        }
        var event = new NewEvent(type, eventId.orElse(null), channels.isEmpty() ? null : channels, payload);
        try {
            var id = outbox.tell(instance.id(), event, subscriptions.of(instance.id(), event.type(), event.channels()));
            return events.made(instance, id);
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e) ? WebhookProblem.WEBHOOK_EVENT_EXISTS.refusal("eventId") : e;
        }
    }

    /** Sends an example of an event type to one endpoint. */
    public EventOut sendExample(Instance instance, String endpointId, Input body) {
        var endpoint = enabled(instance, endpointId);
        var type = EventType.required(body.required("eventType"));
        var payload = payloads.of(instance.id(), type.wire(), type.example());
        var id = outbox.tell(instance.id(), NewEvent.of(type.wire(), payload), List.of(endpoint.id()));
        return events.made(instance, id);
    }

    /** Sends an event to an endpoint again, whatever became of it. */
    public void resend(Instance instance, String eventId, String endpointId) {
        var endpoint = enabled(instance, endpointId);
        events.get(instance, eventId, false);
        boolean underWay = rows.of(Delivery.class, instance.id())
                .where("e.eventId = :event and e.endpointId = :endpoint and e.status = :pending")
                .with("event", eventId)
                .with("endpoint", endpoint.id())
                .with("pending", DeliveryStatus.PENDING)
                .locked()
                .exists();
        if (underWay) {
            outbox.sendBeside(instance.id(), eventId, endpoint.id());
        } else {
            outbox.send(instance.id(), eventId, endpoint.id(), Trigger.MANUAL);
        }
    }

    /** Sends an endpoint what failed since a time. */
    public TaskOut recover(Instance instance, String endpointId, Input body) {
        return start(instance, endpointId, "endpoint.recover", Replay.failed(Span.since(body)));
    }

    /** Sends an endpoint what happened since a time and was never meant for it. */
    public TaskOut replayMissing(Instance instance, String endpointId, Input body) {
        return start(instance, endpointId, "endpoint.replay", Replay.missing(Span.since(body)));
    }

    /** Sends an endpoint what it was told before, by event types, status and the class of the last answer. */
    public TaskOut bulkReplay(Instance instance, String endpointId, Input body) {
        for (var unknown : List.of("tag", "channel")) {
            if (body.text(unknown).isPresent()) { // to leave it out would send more than was asked for
                throw CommonProblem.FORM_PARAM_UNKNOWN
                        .refusal(unknown)
                        .saying("Replays cannot be narrowed by it here.");
            }
        }
        return start(instance, endpointId, "endpoint.bulk-replay", Replay.filtered(Span.since(body), body));
    }

    /** The SDKs of some languages write the payload as a text, beside an empty one. */
    private static JsonObject payload(Input body) {
        var raw = body.object("transformationsParams").map(given -> given.get("rawPayload"));
        if (raw.isPresent() && raw.get() instanceof JsonString text) {
            return JsonText.object(text.getString()).orElseThrow(() -> CommonProblem.FORM_PARAM_TYPE_INVALID
                    .refusal("payload")
                    .saying("payload must be a JSON object."));
        }
        return body.object("payload").orElseThrow(() -> Input.missing("payload"));
    }

    private TaskOut start(Instance instance, String endpointId, String task, Replay replay) {
        var endpoint = enabled(instance, endpointId);
        var job = NewJob.of(ReplayHandler.TYPE, Priority.NORMAL, replay.toJson(endpoint.id()));
        var id = jobs.enqueue(instance.id(), job).orElseThrow();
        return new TaskOut(id, "running", task, clock.real());
    }

    private Endpoint enabled(Instance instance, String endpointId) {
        var endpoint = endpoints.find(instance, endpointId);
        if (endpoint.disabled()) {
            throw WebhookProblem.WEBHOOK_ENDPOINT_DISABLED.refusal();
        }
        return endpoint;
    }
}
