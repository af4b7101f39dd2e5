package dev.rollcall.batch;

import dev.rollcall.job.Job;
import dev.rollcall.job.JobHandler;
import dev.rollcall.job.Outcome;
import dev.rollcall.transfer.Direction;
import dev.rollcall.transfer.TransferRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Runs imports of users. */
@ApplicationScoped
class ImportHandler implements JobHandler {

    private static final int CHUNK = 500;

    @Inject
    private TransfersUnderWay transfers;

    @Inject
    private TransferRuns runs;

    @Override
    public String type() {
        return Direction.IMPORT.jobType();
    }

    @Override
    public CompletionStage<Outcome> run(Job job) {
        return transfers.start(job, CHUNK);
    }

    @Override
    public void gaveUp(Job job, String error) {
        runs.gaveUp(job, error);
    }
}
