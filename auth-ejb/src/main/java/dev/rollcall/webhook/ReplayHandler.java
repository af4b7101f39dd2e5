package dev.rollcall.webhook;

import dev.rollcall.data.Transactions;
import dev.rollcall.job.Job;
import dev.rollcall.job.JobHandler;
import dev.rollcall.job.Outcome;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends an endpoint many events again: some at a time, and then asks for a job that goes on. */
@ApplicationScoped
public class ReplayHandler implements JobHandler {

    static final String TYPE = "webhook.replay";

    @Inject
    private Transactions transactions;

    @Inject
    private Replays replays;

    /** A step writes hundreds of rows: on the worker's own thread others' jobs would wait for it, and their leases run out. */
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public CompletionStage<Outcome> run(Job job) {
        var replay = Replay.ofJson(job.payload());
        var endpointId = job.payload().getString("endpoint_id");
        return CompletableFuture.supplyAsync(
                () -> {
                    transactions.required(() -> replays.step(job.instanceId(), endpointId, replay));
                    return Outcome.done();
                },
                executor);
    }
}
