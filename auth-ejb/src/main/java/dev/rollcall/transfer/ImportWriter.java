package dev.rollcall.transfer;

import dev.rollcall.identifier.BulkIdentifications;
import dev.rollcall.identifier.BulkIdentifications.Name;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.BulkUsers;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the users of some rows, in the caller's transaction: a constant number of statements, however many rows. */
@ApplicationScoped
class ImportWriter {

    @Inject
    private BulkUsers users;

    @Inject
    private BulkIdentifications identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private TransferNotes notes;

    void write(Instance instance, Transfer transfer, List<Judged> judged) {
        var batch = new ImportBatch(here(instance, judged), () -> verifications.passed(instance, Strategy.ADMIN));
        judged.forEach(batch::add);
        users.add(instance, batch.users());
        identifications.add(instance, batch.identifications());
        notes.add(transfer, batch.notes());
        transfer.imported(batch.users().size(), batch.skipped(), batch.refused(), batch.warnings());
    }

    private ImportBatch.Here here(Instance instance, List<Judged> judged) {
        var rows = judged.stream().flatMap(j -> j.row().stream()).toList();
        var ids = rows.stream().flatMap(r -> r.id().stream()).toList();
        var externalIds = rows.stream()
                .map(r -> r.user().externalId())
                .filter(Objects::nonNull)
                .toList();
        var names = rows.stream().flatMap(ImportWriter::names).toList();
        return new ImportBatch.Here(
                users.ids(instance, ids),
                users.externalIds(instance, externalIds),
                identifications.taken(instance, names));
    }

    private static Stream<Name> names(ImportRow row) {
        return Stream.concat(
                Stream.concat(
                        row.emails().stream().map(e -> Name.of(IdentifierType.EMAIL_ADDRESS, e.identifier())),
                        row.phones().stream().map(p -> Name.of(IdentifierType.PHONE_NUMBER, p.identifier()))),
                row.username().stream().map(n -> Name.of(IdentifierType.USERNAME, n)));
    }
}
