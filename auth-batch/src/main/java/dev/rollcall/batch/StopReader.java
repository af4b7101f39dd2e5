package dev.rollcall.batch;

import dev.rollcall.upkeep.Claim;
import dev.rollcall.upkeep.Round;
import dev.rollcall.upkeep.Rounds;
import dev.rollcall.upkeep.Routine;
import dev.rollcall.upkeep.Stop;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Says where to sweep next. The round is the step's own: processor, writer and listener find it in the step's user data. */
@Named
@Dependent
public class StopReader extends AbstractItemReader {

    @Inject
    @BatchProperty
    private String routine;

    @Inject
    @BatchProperty
    private String owner;

    @Inject
    private StepContext step;

    @Inject
    private Rounds rounds;

    private Round round;

    @Override
    public void open(Serializable checkpoint) {
        round = rounds.begin(new Claim(Routine.ofWire(routine).orElseThrow(), owner));
        step.setTransientUserData(round);
    }

    @Override
    public Stop readItem() {
        return round.next().orElse(null);
    }
}
