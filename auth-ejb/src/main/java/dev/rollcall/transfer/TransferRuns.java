package dev.rollcall.transfer;

import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Transactions;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.job.Job;
import dev.rollcall.user.BulkUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins the transfers that jobs ask for, or goes on with them. */
@ApplicationScoped
public class TransferRuns {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private InstanceService instances;

    @Inject
    private TransferParts parts;

    @Inject
    private ImportWriter importWriter;

    @Inject
    private BulkUsers users;

    @Inject
    private IdentificationService identifications;

    /**
     * Takes the transfer over from whoever ran it; empty if there is nothing left to do.
     *
     * @param runner a fresh name: who had another one writes nothing any more
     */
    public Optional<TransferRun> begin(String instanceId, String transferId, String runner) {
        var instance = instances.byId(instanceId);
        return instance.flatMap(i -> transactions.separate(() -> taken(i, transferId, runner)));
    }

    /** The job of this transfer is dead. */
    public void gaveUp(Job job, String error) {
        end(job.instanceId(), idOf(job), transfer -> transfer.failed(error, clock.now()));
    }

    /** The transfer that a job is about. */
    public static String idOf(Job job) {
        return job.payload().getString(Transfers.PAYLOAD_ID);
    }

    void end(String instanceId, String transferId, Consumer<Transfer> how) {
        transactions.separate(() -> {
            var transfer = rows.lock(Transfer.class, instanceId, transferId).filter(t -> !t.isOver());
            transfer.ifPresent(t -> {
                how.accept(t);
                if (t.direction() == Direction.IMPORT || t.state() != TransferState.DONE) {
                    parts.delete(t);
                }
            });
            return transfer.isPresent();
        });
    }

    private Optional<TransferRun> taken(Instance instance, String transferId, String runner) {
        return rows.lock(Transfer.class, instance.id(), transferId)
                .filter(t -> !t.isOver())
                .map(t -> {
                    t.run(runner, clock.now());
                    var mine = new Mine(instance, transferId, runner, this);
                    return t.direction() == Direction.IMPORT
                            ? new ImportRun(mine, t.format(), t.rowsRead(), importWriter)
                            : new ExportRun(mine, t.format(), t.lastUserId(), users, identifications);
                });
    }

    /** What a run is allowed to touch. */
    record Mine(Instance instance, String transferId, String runner, TransferRuns runs) {

        Optional<byte[]> part(int number) {
            return runs.transactions.separate(() -> runs.parts.get(instance.id(), transferId, number));
        }

        /** Does something in one transaction, if the transfer still is this run's; answers whether it is. */
        boolean whileMine(Consumer<Transfer> step) {
            return runs.transactions.separate(() -> {
                var transfer = runs.rows
                        .lock(Transfer.class, instance.id(), transferId)
                        .filter(t -> t.isRunBy(runner));
                transfer.ifPresent(step);
                return transfer.isPresent();
            });
        }

        void putPart(Transfer transfer, byte[] content) {
            var extent = runs.parts.extent(instance.id(), transferId);
            runs.parts.put(transfer, extent.highest() + 1, content);
        }

        boolean clashed(Throwable failure) {
            return runs.rows.isUniqueViolation(failure);
        }

        void finished() {
            runs.end(instance.id(), transferId, t -> t.finished(runs.clock.now()));
        }

        void failed(String why) {
            runs.end(instance.id(), transferId, t -> t.failed(why, runs.clock.now()));
        }
    }
}
