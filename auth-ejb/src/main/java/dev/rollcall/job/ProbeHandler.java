package dev.rollcall.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does nothing, at once. A job of this type shows that a priority's partitions run, and how fast the queue itself is. */
@ApplicationScoped
class ProbeHandler implements JobHandler {

    @Override
    public String type() {
        return "probe";
    }

    @Override
    public CompletionStage<Outcome> run(Job job) {
        return CompletableFuture.completedFuture(Outcome.done());
    }
}
