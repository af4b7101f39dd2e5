package dev.rollcall.invitation;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.user.UserDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets the invitations of people who came by them and have been deleted since. */
@ApplicationScoped
class LeftInvitations extends Leftovers {

    private static final String LEFT = """
            update invitation set left_at = ?3 where instance_id = ?1 and user_id = ?2""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    LeftInvitations() {
        super("left_invitations", "invitation", "left_at");
    }

    void heard(@Observes UserDeleted news) {
        rows.sql(news.instanceId(), LEFT)
                .with(news.userId(), Timestamp.from(clock.now()))
                .run();
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("INVITATIONS", Duration.ofDays(30));
    }
}
