package dev.rollcall.message;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.job.JobCancelled;
import dev.rollcall.job.JobReplayed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Notes on a message what an operator has done with the job that delivers it. */
@ApplicationScoped
class MessageJobs {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    void cancelled(@Observes JobCancelled job) {
        if (job.type().equals(MessageDelivery.TYPE)) {
            rows.lock(Message.class, job.instanceId(), job.payload().getString(MessageDelivery.MESSAGE))
                    .ifPresent(message -> message.failed("called off", clock.now()));
        }
    }

    void replayed(@Observes JobReplayed job) {
        if (job.type().equals(MessageDelivery.TYPE)) {
            rows.lock(Message.class, job.instanceId(), job.payload().getString(MessageDelivery.MESSAGE))
                    .ifPresent(Message::requeue);
        }
    }
}
