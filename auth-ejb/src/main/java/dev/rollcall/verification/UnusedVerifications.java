package dev.rollcall.verification;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Forgets verifications that no identification and no passkey shows. Those that one shows are looked at again in a month: nobody tells them when the
 * identification goes.
 */
@ApplicationScoped
class UnusedVerifications implements Sweep {

    private static final String SWEEP = """
            with due as (
                    select v.instance_id, v.id,
                           exists (select from identification i where i.instance_id = ?1 and i.verification_id = v.id)
                           or exists (select from passkey p where p.instance_id = ?1 and p.verification_id = v.id) as shown
                      from verification v
                     where v.instance_id = ?1 and v.look_at < ?2
                     order by v.look_at limit ?3 for update of v skip locked),
                 gone as (
                    delete from verification v using due
                     where v.instance_id = due.instance_id and v.id = due.id and not due.shown returning v.id),
                 kept as (
                    update verification v set look_at = now() + interval '30 days' from due
                     where v.instance_id = due.instance_id and v.id = due.id and due.shown returning v.id)
            select (select count(*) from gone) + (select count(*) from kept)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "unused_verifications";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var looked = rows.sql(instanceId, SWEEP)
                .with(retention.cutoff("FLOWS", Duration.ofDays(7)), atMost)
                .list();
        return ((Number) looked.get(0)[0]).intValue();
    }
}
