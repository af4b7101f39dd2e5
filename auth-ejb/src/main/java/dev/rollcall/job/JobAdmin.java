package dev.rollcall.job;

import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The jobs of an instance in the hands of its operators: look, call off, try anew. */
@Stateless
public class JobAdmin {

    private static final String FROM = " from job j where j.instance_id = ?1";
    private static final String NEWEST_FIRST = " order by j.created_at desc, j.id desc";
    private static final int MOST = 1000;
    private static final int SOME = 100;

    @Inject
    private Rows rows;

    @Inject
    private JobChanges changes;

    /** Jobs, newest first; see {@link JobFilter} for what narrows the list. */
    public Paged<JobView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var filter = JobFilter.of(query);
        var text = FROM + filter.text(2);
        int next = filter.values().size() + 2;
        var found = rows.sql(
                        instance.id(),
                        "select " + JobView.COLUMNS + text + NEWEST_FIRST + " limit ?" + next + " offset ?"
                                + (next + 1))
                .with(filter.values().toArray())
                .with(page.limit(), page.offset())
                .list();
        var total = rows.sql(instance.id(), "select count(*)" + text)
                .with(filter.values().toArray())
                .list();
        return new Paged<>(found.stream().map(JobView::of).toList(), ((Number) total.get(0)[0]).longValue());
    }

    /** One job. */
    public JobView get(Instance instance, String id) {
        return get(instance.id(), id);
    }

    JobView get(String instanceId, String id) {
        return rows.sql(instanceId, "select " + JobView.COLUMNS + FROM + " and j.id = ?2").with(id).list().stream()
                .findFirst()
                .map(JobView::of)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Calls off a job that no worker has. What is being done cannot be taken back: that is refused until the lease has ended. */
    public JobView cancel(Instance instance, String id) {
        if (changes.cancel(instance.id(), List.of(id)) == 0) {
            var job = get(instance, id);
            throw (job.finishedAt() == null ? JobProblem.JOB_RUNNING : JobProblem.JOB_FINISHED).refusal();
        }
        return get(instance, id);
    }

    /** Tries a dead or cancelled job anew, with all of its attempts; it keeps its id, and its failures stay to be seen. */
    public JobView replay(Instance instance, String id) {
        return replay(instance.id(), id);
    }

    /** The same for who is above all instances. */
    public JobView replay(String instanceId, String id) {
        if (replayed(instanceId, List.of(id)) == 0) {
            boolean over =
                    Set.of("dead", "cancelled").contains(get(instanceId, id).state());
            throw (over ? JobProblem.JOB_SUPERSEDED : JobProblem.JOB_NOT_REPLAYABLE).refusal();
        }
        return get(instanceId, id);
    }

    /** Calls off the pending jobs that meet a filter, {@code limit} at most; running ones are left alone. */
    public JobCountView cancelAll(Instance instance, Input body) {
        int limit = limit(body);
        var ids = ids(
                instance,
                body,
                "j.finished_at is null and (j.lease_until is null or j.lease_until < clock_timestamp())",
                limit);
        return JobCountView.of("job_cancellation", changes.cancel(instance.id(), ids), limit);
    }

    /** Tries anew the jobs that meet a filter, {@code limit} at most; the dead ones, unless the filter asks for cancelled ones. */
    public JobCountView replayAll(Instance instance, Input body) {
        int limit = limit(body);
        var state = body.has("state") ? "j.state in ('DEAD', 'CANCELLED')" : "j.state = 'DEAD'";
        return JobCountView.of("job_replay", replayed(instance.id(), ids(instance, body, state, limit)), limit);
    }

    private int replayed(String instanceId, List<String> ids) {
        try {
            return changes.replay(instanceId, ids);
        } catch (PersistenceException e) {
            if (rows.isUniqueViolation(e)) {
                throw JobProblem.JOB_SUPERSEDED.refusal();
            }
            throw e;
        }
    }

    private List<String> ids(Instance instance, Input body, String state, int limit) {
        var known = new HashSet<>(JobFilter.NAMES);
        known.add("limit");
        body.only(known);
        if (JobFilter.NAMES.stream().filter(n -> !n.equals("state")).noneMatch(n -> !body.list(n)
                .isEmpty())) {
            throw JobProblem.JOB_FILTER_MISSING.refusal();
        }
        var filter = JobFilter.of(body);
        var text = "select j.id" + FROM + " and " + state + filter.text(2) + NEWEST_FIRST + " limit ?"
                + (filter.values().size() + 2);
        return rows.sql(instance.id(), text).with(filter.values().toArray()).with(limit).list().stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private static int limit(Input body) {
        long limit = body.number("limit").orElse(SOME);
        if (limit < 1 || limit > MOST) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("limit")
                    .saying("limit must be between 1 and " + MOST + ".");
        }
        return (int) limit;
    }
}
