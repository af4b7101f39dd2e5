package dev.rollcall.batch;

import dev.rollcall.transfer.TransferRun;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads what a transfer carries. The run is the step's own: writer and listener find it in the step's user data. */
@Named
@Dependent
public class TransferReader extends AbstractItemReader {

    /** A run in its step. */
    static final class Carried {
        private final String runner;
        private final TransferRun run;
        private boolean over;

        Carried(String runner, TransferRun run) {
            this.runner = runner;
            this.run = run;
        }

        String runner() {
            return runner;
        }

        TransferRun run() {
            return run;
        }

        boolean isOver() {
            return over;
        }
    }

    @Inject
    @BatchProperty
    private String runner;

    @Inject
    private StepContext step;

    @Inject
    private TransfersUnderWay underWay;

    private Carried carried;

    @Override
    public void open(Serializable checkpoint) {
        carried = new Carried(runner, underWay.run(runner));
        step.setTransientUserData(carried);
    }

    @Override
    public Object readItem() {
        var next = carried.run.next();
        carried.over = next.isEmpty();
        return next.orElse(null);
    }
}
