package dev.rollcall.batch;

import dev.rollcall.upkeep.Round;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Says in the schedule how a round ended. */
@Named
@Dependent
public class RoundEnd extends AbstractStepListener {

    @Inject
    private StepContext step;

    @Override
    public void afterStep() {
        if (step.getTransientUserData() instanceof Round round) {
            round.end(Optional.ofNullable(step.getException()));
        }
    }
}
