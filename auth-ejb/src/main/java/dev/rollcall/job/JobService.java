package dev.rollcall.job;

import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.trace.Cause;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.Optional;

/** Asks for work. A job is a row that is written with the caller's transaction: it exists if and only if the change does. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class JobService {

    private static final String INSERT = """
            insert into job (instance_id, id, type, priority, payload, dedupe_key, state, run_at, trace_id, created_at)
            values (?1, ?2, ?3, ?4, cast(?5 as jsonb), nullif(?6, ''), 'PENDING',
                    clock_timestamp() + ?7 * interval '1 millisecond', nullif(?8, ''), clock_timestamp())
            on conflict (instance_id, dedupe_key) where finished_at is null and dedupe_key is not null do nothing
            returning run_at""";

    @Inject
    private Rows rows;

    @Inject
    private JobWake wake;

    /** Asks for a job; answers its id. With a dedupe key that a pending job already has, nothing happens: that one will do. */
    public Optional<String> enqueue(String instanceId, NewJob job) {
        var id = Ids.next(Prefix.JOB);
        var written = rows.sql(instanceId, INSERT)
                .with(
                        id,
                        job.type(),
                        job.priority().rank(),
                        job.payload().toString(),
                        job.dedupeKey() == null ? "" : job.dedupeKey(),
                        job.delay().toMillis(),
                        Cause.current().map(Cause::traceId).orElse(""))
                .list();
        if (!written.isEmpty() && job.delay().isZero()) {
            wake.afterCommit(job.priority(), ((Timestamp) written.get(0)[0]).toInstant());
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
