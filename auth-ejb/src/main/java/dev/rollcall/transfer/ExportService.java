package dev.rollcall.transfer;

import dev.rollcall.data.Transactions;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Gives all users out in a file that another server imports, with the digests of their passwords. */
@Stateless
public class ExportService {

    /** A file to be sent. */
    public record ExportFile(String contentType, String name, FileLines lines) {}

    @Inject
    private Transfers transfers;

    @Inject
    private TransferParts parts;

    @Inject
    private Transactions transactions;

    /** Asks for an export in the {@code format} given. */
    public TransferView create(Instance instance, Input body) {
        var format = TransferFormat.of(body.only(Set.of("format")), TransferFormat.NDJSON, TransferFormat.CSV);
        var transfer = transfers.create(instance, Direction.EXPORT, format);
        transfers.enqueue(transfer);
        return transfers.view(transfer);
    }

    /** Calls an export off. */
    public TransferView cancel(Instance instance, String id) {
        return transfers.cancel(instance, Direction.EXPORT, id);
    }

    /** Exports, newest first. */
    public Paged<TransferView> list(Instance instance, Input query) {
        return transfers.list(instance, Direction.EXPORT, Page.of(query));
    }

    /** One export. */
    public TransferView get(Instance instance, String id) {
        return transfers.view(transfers.require(instance, Direction.EXPORT, id));
    }

    /** The file of an export that is done. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ExportFile file(Instance instance, String id) {
        var transfer = transactions.required(() -> taken(instance, id));
        var name = id + (transfer.format() == TransferFormat.NDJSON ? ".ndjson" : ".csv");
        return new ExportFile(transfer.format().contentType(), name, out -> {
            var part = part(instance, id, 1);
            for (int number = 2; part.isPresent(); number++) {
                out.write(part.get());
                part = part(instance, id, number);
            }
        });
    }

    private Transfer taken(Instance instance, String id) {
        var transfer = transfers.require(instance, Direction.EXPORT, id);
        if (transfer.state() != TransferState.DONE) {
            throw TransferProblem.EXPORT_NOT_DONE.refusal();
        }
        transfers.note(transfer, "downloaded");
        return transfer;
    }

    private Optional<byte[]> part(Instance instance, String id, int number) {
        return transactions.separate(() -> parts.get(instance.id(), id, number));
    }
}
