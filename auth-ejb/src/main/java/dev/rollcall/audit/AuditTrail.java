package dev.rollcall.audit;

import dev.rollcall.data.Database;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.page.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** Reads what was written down, newest first: for an instance by its secret key, over all instances for those who run the server. */
@ApplicationScoped
public class AuditTrail {

    private static final int BATCH = 500;

    @Inject
    private Database database;

    /** Where an event stands in the order of all. */
    private record Place(Timestamp createdAt, String id) {}

    /** A page of an instance's events: by {@code offset}, or behind the event that {@code starting_after} names. */
    public Paged<AuditEventView> list(String instanceId, Input query) {
        return page(Optional.of(instanceId), query);
    }

    /** The same over all instances, with what was done above them. */
    public Paged<AuditEventView> listAll(Input query) {
        return page(Optional.empty(), query);
    }

    /** Writes an instance's events that match, each as a line of JSON. Read and sent part by part, so that they may be any number. */
    public void export(String instanceId, Input query, OutputStream out) throws IOException {
        stream(Optional.of(instanceId), query, out);
    }

    /** The same over all instances. */
    public void exportAll(Input query, OutputStream out) throws IOException {
        stream(Optional.empty(), query, out);
    }

    /** Refuses a query that could not be answered, before an answer is begun. */
    public void check(Input query) {
        AuditFilter.of(query);
    }

    private Paged<AuditEventView> page(Optional<String> instanceId, Input query) {
        var page = Page.of(query);
        var total = database.query(
                "select count(*) from audit_event e where "
                        + filter(instanceId, query).text(),
                statement -> filter(instanceId, query).bind(statement),
                row -> row.getLong(1));
        var filter = filter(instanceId, query);
        query.text("starting_after").ifPresent(id -> {
            var place = place(instanceId, id);
            filter.behind(place.createdAt, place.id);
        });
        return new Paged<>(read(filter, page.limit(), page.offset()), total.get(0));
    }

    private void stream(Optional<String> instanceId, Input query, OutputStream out) throws IOException {
        var part = read(filter(instanceId, query), BATCH, 0);
        while (!part.isEmpty()) {
            for (var event : part) {
                out.write((WireJson.text(event) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            var last = part.get(part.size() - 1);
            part = part.size() < BATCH
                    ? List.of()
                    : read(filter(instanceId, query).behind(new Timestamp(last.createdAt()), last.id()), BATCH, 0);
        }
    }

    private List<AuditEventView> read(AuditFilter filter, int limit, int offset) {
        return database.query(
                "select " + AuditEventView.COLUMNS + " from audit_event e where " + filter.text()
                        + " order by e.created_at desc, e.id desc limit ? offset ?",
                statement -> {
                    int next = filter.bind(statement);
                    statement.setInt(next, limit);
                    statement.setInt(next + 1, offset);
                },
                AuditEventView::of);
    }

    private Place place(Optional<String> instanceId, String id) {
        return database
                .query(
                        "select created_at, id from audit_event where id = ? and instance_id in "
                                + (instanceId.isPresent() ? "(?)" : "(select '' union all select id from instance)"),
                        statement -> {
                            statement.setString(1, id);
                            if (instanceId.isPresent()) {
                                statement.setString(2, instanceId.get());
                            }
                        },
                        row -> new Place(row.getTimestamp(1), row.getString(2)))
                .stream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("starting_after"));
    }

    private static AuditFilter filter(Optional<String> instanceId, Input query) {
        var filter = AuditFilter.of(query);
        return instanceId.map(filter::within).orElse(filter);
    }
}
