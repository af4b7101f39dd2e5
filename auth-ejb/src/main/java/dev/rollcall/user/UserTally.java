package dev.rollcall.user;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Folds the differences whose sum is the number of an instance's users into one. */
@ApplicationScoped
class UserTally implements Sweep {

    private static final int WORTH_IT = 100;

    private static final String FOLD = """
            with folded as (
                    delete from user_tally where ctid in (
                        select ctid from user_tally
                         where instance_id = ?1
                           and (select count(*) from user_tally where instance_id = ?1) > ?2
                         limit ?3 for update skip locked)
                    returning difference),
                 summed as (
                    insert into user_tally (instance_id, difference)
                    select cast(?1 as text), sum(difference) from folded having count(*) > 0 returning 1)
            select count(*) from folded""";

    @Inject
    private Rows rows;

    @Override
    public String name() {
        return "user_tally";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var folded = rows.sql(instanceId, FOLD).with(WORTH_IT, atMost).list();
        return ((Number) folded.get(0)[0]).intValue();
    }
}
