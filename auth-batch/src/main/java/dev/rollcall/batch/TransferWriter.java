package dev.rollcall.batch;

import dev.rollcall.batch.TransferReader.Carried;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes what a transfer carries, and how far it is, in one transaction. */
@Named
@Dependent
public class TransferWriter extends AbstractItemWriter {

    @Inject
    private StepContext step;

    @Override
    public void writeItems(List<Object> items) {
        ((Carried) step.getTransientUserData()).run().write(items);
    }
}
