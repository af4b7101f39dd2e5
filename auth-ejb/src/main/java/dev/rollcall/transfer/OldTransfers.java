package dev.rollcall.transfer;

import dev.rollcall.data.Rows;
import dev.rollcall.upkeep.Retention;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets imports and exports with all of their files: exports first, and uploads that nobody ever started. */
@ApplicationScoped
class OldTransfers implements Sweep {

    private static final String DELETE = """
            delete from transfer where instance_id = ?1 and id in (
                select id from transfer
                 where instance_id = ?1
                   and (direction = 'EXPORT' and finished_at < ?2
                        or state = 'UPLOADING' and created_at < ?2
                        or direction = 'IMPORT' and finished_at < ?3)
                 limit ?4 for update skip locked)""";

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    @Override
    public String name() {
        return "old_transfers";
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        var files = retention.cutoff("TRANSFER_FILES", Duration.ofDays(7));
        var reports = retention.cutoff("TRANSFERS", Duration.ofDays(30));
        return rows.sql(instanceId, DELETE).with(files, reports, atMost).run();
    }
}
