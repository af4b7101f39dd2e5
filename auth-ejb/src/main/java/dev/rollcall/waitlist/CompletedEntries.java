package dev.rollcall.waitlist;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.invitation.InvitationAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever was invited from the waitlist and has come waits no more. */
@ApplicationScoped
class CompletedEntries {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Event<WaitlistEntryChanged> news;

    void heard(@Observes InvitationAccepted accepted) {
        rows.of(WaitlistEntry.class, accepted.instanceId())
                .where("e.invitationId = :invitation")
                .with("invitation", accepted.invitationId())
                .locked()
                .first()
                .ifPresent(entry -> {
                    entry.complete(clock.now());
                    news.fire(new WaitlistEntryChanged(accepted.instanceId(), entry.view(null), false));
                });
    }
}
