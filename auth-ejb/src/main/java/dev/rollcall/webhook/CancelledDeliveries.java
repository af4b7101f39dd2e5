package dev.rollcall.webhook;

import dev.rollcall.job.JobCancelled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** An event whose job an operator has called off is on its way no more. */
@ApplicationScoped
class CancelledDeliveries {

    @Inject
    private Deliveries deliveries;

    void cancelled(@Observes JobCancelled job) {
        if (job.type().equals(DeliveryHandler.TYPE)) {
            deliveries.cancel(
                    job.instanceId(),
                    job.payload().getString("event_id"),
                    job.payload().getString("endpoint_id"));
        }
    }
}
