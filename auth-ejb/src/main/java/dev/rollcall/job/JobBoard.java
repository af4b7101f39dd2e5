package dev.rollcall.job;

import dev.rollcall.data.Database;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The jobs of all instances, for those who run the server. */
@ApplicationScoped
public class JobBoard {

    /** Those of which there are few, or whose index is not an instance's. */
    private static final Set<JobState> ACROSS = Set.of(JobState.DEAD, JobState.PENDING, JobState.RUNNING);

    @Inject
    private Database database;

    @Inject
    private QueueState queue;

    @Inject
    private JobSignal signal;

    @Inject
    private JobAdmin jobs;

    /** How the queue stands, and how many workers this node has for each priority. */
    public QueueView queue() {
        return QueueView.of(queue, signal);
    }

    /** The dead jobs, newest first, or the pending or running ones if {@code state} says so; see {@link JobFilter}. */
    public Paged<JobView> list(Input query) {
        var page = Page.of(query);
        var filter = JobFilter.of(query);
        if (!ACROSS.containsAll(filter.states())) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("state")
                    .saying("state must be dead, pending or running: finished jobs are listed by instance.");
        }
        var from =
                " from job j where " + (filter.states().isEmpty() ? JobState.DEAD.condition() : "true") + filter.text();
        var found = database.query(
                "select " + JobView.COLUMNS + from + " order by j.created_at desc, j.id desc limit ? offset ?",
                statement -> {
                    int next = bind(statement, filter.values());
                    statement.setInt(next, page.limit());
                    statement.setInt(next + 1, page.offset());
                },
                JobView::of);
        var total = database.query(
                "select count(*)" + from, statement -> bind(statement, filter.values()), row -> row.getLong(1));
        return new Paged<>(found, total.get(0));
    }

    /** Tries a dead or cancelled job of any instance anew. */
    public JobView replay(String instanceId, String jobId) {
        return jobs.replay(instanceId, jobId);
    }

    private static int bind(PreparedStatement statement, List<Object> values) throws SQLException {
        int place = 1;
        for (var value : values) {
            statement.setObject(place++, value);
        }
        return place;
    }
}
