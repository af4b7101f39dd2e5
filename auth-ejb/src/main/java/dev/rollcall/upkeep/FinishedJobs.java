package dev.rollcall.upkeep;

import dev.rollcall.data.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets jobs that are over: the dead ones last, for somebody may want to replay them. */
@ApplicationScoped
class FinishedJobs implements Sweep {

    private static final String DELETE = """
            delete from job where instance_id = ?1 and id in (
                select id from job
                 where instance_id = ?1 and finished_at < ?2 and (state <> 'DEAD' or finished_at < ?3)
                 order by finished_at limit ?4 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "finished_jobs";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var done = retention.cutoff("JOBS", Duration.ofDays(3));
        var dead = retention.cutoff("DEAD_JOBS", Duration.ofDays(30));
        return rows.sql(instanceId, DELETE).with(done, dead, atMost).run();
    }
}
