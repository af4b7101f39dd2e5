package dev.rollcall.upkeep;

import dev.rollcall.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Forgets ended jobs of the application server's own batch store, which never does so by itself. Its tables are made by the server
 * (liberty/batch.xml); foreign keys among them are checked at the end of the one statement.
 */
@ApplicationScoped
class OldBatchJobs implements Sweep {

    /** From 3 on a batch status is final: stopped, failed, completed, abandoned. */
    private static final String DELETE = """
            with old as (
                    select jobinstanceid as id from jb_jobinstance
                     where batchstatus >= 3 and updatetime < ? order by jobinstanceid limit ?),
                 executions as (select jobexecid as id from jb_jobexecution where fk_jobinstanceid in (select id from old)),
                 a as (delete from jb_remotablepartition where fk_jobexecutionid in (select id from executions)),
                 b as (delete from jb_stepthreadinstance where fk_jobinstanceid in (select id from old)),
                 c as (delete from jb_stepthreadexecution where fk_jobexecid in (select id from executions)),
                 d as (delete from jb_jobparameter where fk_jobexecid in (select id from executions)),
                 e as (delete from jb_jobexecution where fk_jobinstanceid in (select id from old)),
                 f as (delete from jb_groupassociation where fk_jobinstanceid in (select id from old))
            delete from jb_jobinstance where jobinstanceid in (select id from old)""";

    @Inject
    private Database database;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "old_batch_jobs";
    }

    @Override
    public Routine routine() {
        return Routine.BATCH_STORE;
    }

    @Override
    public boolean serverWide() {
        return true;
    }

    @Override
    public int sweep(String none, int atMost) {
        var cutoff = retention.cutoff("BATCH_STORE", Duration.ofDays(7));
        return database.update(DELETE, statement -> {
            statement.setTimestamp(1, cutoff);
            statement.setInt(2, atMost);
        });
    }
}
