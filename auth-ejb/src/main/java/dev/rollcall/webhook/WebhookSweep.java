package dev.rollcall.webhook;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets events after a while, with all that was tried to tell of them ({@code ROLLCALL_WEBHOOK_RETENTION_DAYS}). */
@ApplicationScoped
public class WebhookSweep implements Sweep {

    private static final int DAYS = 30;

    /** No two attempts are further apart; what is pending for longer lost its job. */
    private static final Duration LONGEST_SILENCE = Duration.ofDays(2);

    /** Deliveries and attempts go with their event by the foreign keys. What is still being tried stays. */
    private static final String DELETE = """
            delete from webhook_event
             where instance_id = ?1 and id in (
               select e.id from webhook_event e
                where e.instance_id = ?1 and e.created_at < ?2
                  and not exists (select 1 from webhook_delivery d
                                   where d.instance_id = e.instance_id and d.event_id = e.id and d.status = 'PENDING'
                                     and d.updated_at > ?3)
                order by e.created_at limit ?4)""";

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private ServerConfig config;

    @Override
    public String name() {
        return "webhook_events";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var before = clock.real().minus(Duration.ofDays(config.number("ROLLCALL_WEBHOOK_RETENTION_DAYS", DAYS)));
        var tried = clock.real().minus(LONGEST_SILENCE);
        return rows.sql(instanceId, DELETE)
                .with(Timestamp.from(before), Timestamp.from(tried), atMost)
                .run();
    }
}
