package dev.rollcall.webhook;

import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.job.Job;
import dev.rollcall.job.JobHandler;
import dev.rollcall.job.Outcome;
import dev.rollcall.job.RetrySchedule;
import dev.rollcall.outbound.Outbound;
import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundRequest;
import dev.rollcall.outbound.Reach;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Sends events to endpoints. No thread waits for an answer. */
@ApplicationScoped
public class DeliveryHandler implements JobHandler {

    static final String TYPE = "webhook.deliver";
    static final RetrySchedule RETRIES = RetrySchedule.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT10H");

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Inject
    private Deliveries deliveries;

    @Inject
    private Flights flights;

    @Inject
    private InstanceService instances;

    @Inject
    private Outbound outbound;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RetrySchedule retries() {
        return RETRIES;
    }

    @Override
    public CompletionStage<Outcome> run(Job job) {
        var eventId = job.payload().getString("event_id");
        var endpointId = job.payload().getString("endpoint_id");
        var trigger = Trigger.valueOf(job.payload().getString("trigger"));
        var instance = instances.byId(job.instanceId());
        var parcel = deliveries.open(job.instanceId(), eventId, endpointId);
        if (instance.isEmpty() || parcel.isEmpty()) {
            return done(); // the endpoint or the event was deleted
        }
        if (parcel.get().disabled()) {
            deliveries.cancel(job.instanceId(), eventId, endpointId);
            return done();
        }
        if (trigger != Trigger.MANUAL_ONCE && parcel.get().status() == DeliveryStatus.SUCCESS) {
            return done(); // a node died after noting the success and before finishing the job
        }
        return flights.start(job.instanceId(), endpointId)
                .thenCompose(admitted -> admitted
                        ? send(instance.get(), parcel.get(), trigger, job.attempt())
                        : CompletableFuture.completedFuture(Outcome.postponed(
                                "too many requests to the endpoint, or of the instance, are under way",
                                flights.pause(job.instanceId(), endpointId))));
    }

    @Override
    public void gaveUp(Job job, String error) {
        if (Trigger.valueOf(job.payload().getString("trigger")) != Trigger.MANUAL_ONCE) {
            deliveries.exhausted(
                    job.instanceId(),
                    job.payload().getString("event_id"),
                    job.payload().getString("endpoint_id"));
        }
    }

    private CompletionStage<Outcome> send(Instance instance, Parcel parcel, Trigger trigger, int attempt) {
        var now = clock.real();
        var headers = parcel.headers(now);
        var shown = parcel.shownHeaders(headers);
        long startedAt = System.nanoTime();
        return request(instance, parcel, headers)
                .handle((answer, failure) -> {
                    var took = Duration.ofNanos(System.nanoTime() - startedAt);
                    flights.landed(parcel.endpointId(), took);
                    return failure == null
                            ? Tried.answered(answer, now, shown)
                            : Tried.failed(root(failure), took, shown);
                })
                .thenApplyAsync(tried -> deliveries.record(instance.id(), parcel, trigger, attempt, tried), executor);
    }

    private CompletableFuture<OutboundAnswer> request(Instance instance, Parcel parcel, Map<String, String> headers) {
        try {
            return outbound.send(new OutboundRequest(
                    "POST",
                    URI.create(parcel.url()),
                    headers,
                    parcel.body().getBytes(StandardCharsets.UTF_8),
                    TIMEOUT,
                    Reach.of(instance)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static CompletionStage<Outcome> done() {
        return CompletableFuture.completedFuture(Outcome.done());
    }
}
