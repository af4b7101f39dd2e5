package dev.rollcall.batch;

import dev.rollcall.batch.TransferReader.Carried;
import dev.rollcall.job.Outcome;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;

/** Says to the queue how a transfer ended. */
@Named
@Dependent
public class TransferEnd extends AbstractStepListener {

    @Inject
    private StepContext step;

    @Inject
    private TransfersUnderWay underWay;

    @Override
    public void afterStep() {
        if (step.getTransientUserData() instanceof Carried carried) {
            underWay.ended(carried.runner(), outcome(carried));
        }
    }

    /** A failure's own message may hold what was to be written: it is for the log alone. */
    private Outcome outcome(Carried carried) {
        if (step.getException() != null) {
            return Outcome.failed(step.getException().getClass().getSimpleName());
        }
        if (!carried.isOver()) {
            return Outcome.postponed("this node stopped", Duration.ZERO);
        }
        carried.run().finish();
        return Outcome.done();
    }
}
