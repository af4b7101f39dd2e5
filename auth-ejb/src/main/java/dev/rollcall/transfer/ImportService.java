package dev.rollcall.transfer;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Takes files of users in. A file comes in parts, or in one; a job reads it. */
@Stateless
public class ImportService {

    private static final int MAX_PART = 8 << 20;
    private static final long MAX_FILE = 100L << 20;
    private static final int MAX_PARTS = 1000;
    private static final int NOTES = 1000;

    @Inject
    private Transfers transfers;

    @Inject
    private TransferParts parts;

    @Inject
    private TransferNotes notes;

    @Inject
    private Transactions transactions;

    /** Begins an import in the {@code format} given; its file comes in parts. */
    public TransferView create(Instance instance, Input body) {
        return transfers.view(create(instance, format(body.only(Set.of("format")))));
    }

    /** Begins an import with its file, and starts it. */
    public TransferView create(Instance instance, Input query, byte[] file) {
        var transfer = create(instance, format(query));
        parts.put(transfer, 1, file);
        return started(transfer);
    }

    /** Stores a part of the file, in place of one of the same number. */
    public TransferView upload(Instance instance, String id, int number, byte[] content) {
        if (number < 1 || number > MAX_PARTS) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("number")
                    .saying("Parts are numbered from 1 to " + MAX_PARTS + ".");
        }
        if (content.length > MAX_PART) {
            throw CommonProblem.REQUEST_BODY_TOO_LARGE.refusal().saying("A part has at most 8 MiB.");
        }
        var transfer = transfers.lock(instance, Direction.IMPORT, id);
        transfer.refuseUnlessUploading();
        parts.put(transfer, number, content);
        if (parts.extent(instance.id(), id).bytes() > MAX_FILE) {
            throw TransferProblem.IMPORT_FILE_TOO_LARGE.refusal();
        }
        return transfers.view(transfer);
    }

    /** The file is whole: a job reads it as soon as one can. */
    public TransferView start(Instance instance, String id) {
        return started(transfers.lock(instance, Direction.IMPORT, id));
    }

    /** Stops an import; what it has made so far stays. */
    public TransferView cancel(Instance instance, String id) {
        return transfers.cancel(instance, Direction.IMPORT, id);
    }

    /** Imports, newest first. */
    public Paged<TransferView> list(Instance instance, Input query) {
        return transfers.list(instance, Direction.IMPORT, Page.of(query));
    }

    /** One import. */
    public TransferView get(Instance instance, String id) {
        return transfers.view(transfers.require(instance, Direction.IMPORT, id));
    }

    /** What has to be said of rows, by line: a JSON object for each refusal and each warning. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public FileLines report(Instance instance, String id) {
        transactions.required(() -> transfers.require(instance, Direction.IMPORT, id));
        return out -> {
            var last = new TransferNotes.Note(0, 0, "", "", null, "");
            while (last != null) {
                long line = last.line();
                int number = last.number();
                var some = transactions.separate(() -> notes.behind(instance.id(), id, line, number, NOTES));
                for (var note : some) {
                    out.write((note.json() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                last = some.size() < NOTES ? null : some.get(NOTES - 1);
            }
        };
    }

    private Transfer create(Instance instance, TransferFormat format) {
        return transfers.create(instance, Direction.IMPORT, format);
    }

    private static TransferFormat format(Input input) {
        return TransferFormat.of(input, TransferFormat.values());
    }

    private TransferView started(Transfer transfer) {
        transfer.queue();
        if (!parts.extent(transfer.instanceId(), transfer.id()).isWhole()) {
            throw TransferProblem.IMPORT_FILE_INCOMPLETE.refusal();
        }
        transfers.enqueue(transfer);
        return transfers.view(transfer);
    }
}
