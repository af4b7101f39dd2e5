package dev.rollcall.transfer;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.job.JobCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/** A transfer whose job an operator has called off is cancelled too. */
@ApplicationScoped
class CancelledTransfers {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    void cancelled(@Observes JobCancelled job) {
        if (Arrays.stream(Direction.values())
                .anyMatch(direction -> direction.jobType().equals(job.type()))) {
            rows.lock(Transfer.class, job.instanceId(), job.payload().getString(Transfers.PAYLOAD_ID))
                    .filter(transfer -> !transfer.isOver())
                    .ifPresent(transfer -> transfer.cancel(clock.now()));
        }
    }
}
