package dev.rollcall.transfer;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.Instance;
import dev.rollcall.job.JobService;
import dev.rollcall.job.NewJob;
import dev.rollcall.job.Priority;
import dev.rollcall.json.Json;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What imports and exports have in common. */
@ApplicationScoped
class Transfers {

    static final String PAYLOAD_ID = "transfer_id";

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private JobService jobs;

    @Inject
    private TransferParts parts;

    Transfer create(Instance instance, Direction direction, TransferFormat format) {
        var transfer = rows.add(new Transfer(instance.id(), direction, format, clock.now()));
        note(transfer, "created");
        return transfer;
    }

    Transfer require(Instance instance, Direction direction, String id) {
        return rows.find(Transfer.class, instance.id(), id)
                .filter(t -> t.direction() == direction)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    Transfer lock(Instance instance, Direction direction, String id) {
        return rows.lock(Transfer.class, instance.id(), id)
                .filter(t -> t.direction() == direction)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    /** Asks for the job that runs it. */
    void enqueue(Transfer transfer) {
        var payload = Json.createObjectBuilder().add(PAYLOAD_ID, transfer.id()).build();
        jobs.enqueue(
                transfer.instanceId(),
                NewJob.of(transfer.direction().jobType(), Priority.NORMAL, payload)
                        .onceFor("transfer/" + transfer.id()));
    }

    /** Writes down what was done with a transfer. */
    void note(Transfer transfer, String what) {
        var kind = transfer.direction().name().toLowerCase(Locale.ROOT);
        audit.record(transfer.instanceId(), AuditAct.of(kind + "." + what, kind, transfer.id()));
    }

    TransferView cancel(Instance instance, Direction direction, String id) {
        var transfer = lock(instance, direction, id);
        transfer.cancel(clock.now());
        parts.delete(transfer);
        note(transfer, "cancelled");
        return view(transfer);
    }

    Paged<TransferView> list(Instance instance, Direction direction, Page page) {
        var query = rows.of(Transfer.class, instance.id())
                .where("e.direction = :direction")
                .with("direction", direction)
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset());
        return new Paged<>(query.list().stream().map(this::view).toList(), query.count());
    }

    TransferView view(Transfer transfer) {
        rows.flush();
        return transfer.view(parts.extent(transfer.instanceId(), transfer.id()).bytes());
    }
}
