package dev.rollcall.waitlist;

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

/** Forgets the waitlist entries of people who came by them and have been deleted since. */
@ApplicationScoped
class LeftEntries extends Leftovers {

    private static final String LEFT = """
            update waitlist_entry set left_at = ?3 where instance_id = ?1 and invitation_id in (
                select id from invitation where instance_id = ?1 and user_id = ?2)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    LeftEntries() {
        super("left_waitlist_entries", "waitlist_entry", "left_at");
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
