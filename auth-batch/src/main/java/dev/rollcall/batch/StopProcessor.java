package dev.rollcall.batch;

import dev.rollcall.upkeep.Round;
import dev.rollcall.upkeep.Stop;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sweeps at one stop, in a transaction of its own: what fails there concerns nobody else. */
@Named
@Dependent
public class StopProcessor implements ItemProcessor {

    @Inject
    private StepContext step;

    @Override
    public Object processItem(Object item) {
        ((Round) step.getTransientUserData()).sweep((Stop) item);
        return item;
    }
}
