package dev.rollcall.batch;

import dev.rollcall.upkeep.Round;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes down how far a round has come, in the chunk's transaction; who has lost the lease ends here. */
@Named
@Dependent
public class ProgressWriter extends AbstractItemWriter {

    @Inject
    private StepContext step;

    @Override
    public void writeItems(List<Object> stops) {
        ((Round) step.getTransientUserData()).record();
    }
}
