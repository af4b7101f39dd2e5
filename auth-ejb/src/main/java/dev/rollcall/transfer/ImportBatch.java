package dev.rollcall.transfer;

import dev.rollcall.error.Refusal;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.BulkIdentifications.Name;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.NewIdentification;
import dev.rollcall.transfer.ImportRow.Standing;
import dev.rollcall.transfer.TransferNotes.Note;
import dev.rollcall.user.StoredUser;
import dev.rollcall.user.UserProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What becomes of some rows, given who is here already. The rows of a batch are here for those behind them. */
final class ImportBatch {

    /** Who is here already, of those that the rows speak of. */
    record Here(Set<String> ids, Set<String> externalIds, Set<Name> names) {}

    private final Set<String> ids;
    private final Set<String> externalIds;
    private final Set<Name> names;
    private final Supplier<String> verified;
    private final List<StoredUser> users = new ArrayList<>();
    private final List<NewIdentification> identifications = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int skipped;
    private int refused;

    /** @param verified makes a verification that is passed, and answers its id */
    ImportBatch(Here here, Supplier<String> verified) {
        this.ids = new HashSet<>(here.ids());
        this.externalIds = new HashSet<>(here.externalIds());
        this.names = new HashSet<>(here.names());
        this.verified = verified;
    }

    void add(Judged judged) {
        judged.refusal().ifPresent(refusal -> refuse(judged.line(), refusal));
        judged.row().ifPresent(this::add);
    }

    private void add(ImportRow row) {
        if (row.id().filter(ids::contains).isPresent()
                || row.identity() != null && externalIds.contains(row.identity())) {
            skipped++; // a file that is imported again makes nobody twice
            return;
        }
        var externalId = row.user().externalId();
        if (externalId != null && externalIds.contains(externalId)) {
            refuse(row.line(), UserProblem.EXTERNAL_ID_EXISTS.refusal("external_id"));
            return;
        }
        if (row.emails().stream()
                .filter(e -> e.standing() != Standing.CLAIMED)
                .anyMatch(e -> names.contains(Name.of(IdentifierType.EMAIL_ADDRESS, e.address())))) {
            refuse(row.line(), taken(IdentifierType.EMAIL_ADDRESS));
            return;
        }
        if (row.username()
                .filter(n -> names.contains(Name.of(IdentifierType.USERNAME, n)))
                .isPresent()) {
            refuse(row.line(), taken(IdentifierType.USERNAME));
            return;
        }
        create(row);
    }

    private void create(ImportRow row) {
        var id = row.id().orElseGet(() -> Ids.next(Prefix.USER));
        ids.add(id);
        if (row.user().externalId() != null) {
            externalIds.add(row.user().externalId());
        }
        String primaryId = null;
        for (var email : row.emails()) {
            var name = Name.of(IdentifierType.EMAIL_ADDRESS, email.address());
            if (names.contains(name)) {
                warn(row.line(), "unverified_email_addresses", taken(IdentifierType.EMAIL_ADDRESS));
                continue; // nobody could ever verify it
            }
            var identification = identification(id, IdentifierType.EMAIL_ADDRESS, email.address(), email.standing());
            if (email.address().equals(row.primary())) {
                primaryId = identification.id();
            }
            if (email.standing() != Standing.CLAIMED) {
                names.add(name);
            }
        }
        row.username().ifPresent(username -> {
            identification(id, IdentifierType.USERNAME, username, Standing.VERIFIED);
            names.add(Name.of(IdentifierType.USERNAME, username));
        });
        row.ignored()
                .forEach(field -> warn(row.line(), field, TransferProblem.IMPORT_FIELD_NOT_TAKEN_OVER.refusal(field)));
        users.add(new StoredUser(id, row.user(), primaryId));
    }

    /** A user name needs no proof, so that nothing has verified it. */
    private NewIdentification identification(String userId, IdentifierType type, String identifier, Standing standing) {
        boolean proved = type == IdentifierType.EMAIL_ADDRESS && standing == Standing.VERIFIED;
        var identification = new NewIdentification(
                Ids.next(Prefix.IDENTIFICATION),
                userId,
                type,
                identifier,
                standing == Standing.VERIFIED,
                standing == Standing.RESERVED,
                proved ? verified.get() : null);
        identifications.add(identification);
        return identification;
    }

    private static Refusal taken(IdentifierType type) {
        var field = type == IdentifierType.USERNAME ? "username" : "verified_email_addresses";
        return IdentifierProblem.FORM_IDENTIFIER_EXISTS.refusal(field);
    }

    private void refuse(long line, Refusal refusal) {
        refused++;
        var field = (String) refusal.meta().get("param_name");
        notes.add(new Note(line, 1, "REFUSED", refusal.problem().code(), field, refusal.longMessage()));
    }

    private void warn(long line, String field, Refusal reason) {
        int number = (int) notes.stream().filter(n -> n.line() == line).count() + 1;
        notes.add(new Note(line, number, "WARNING", reason.problem().code(), field, reason.longMessage()));
    }

    List<StoredUser> users() {
        return users;
    }

    List<NewIdentification> identifications() {
        return identifications;
    }

    List<Note> notes() {
        return notes;
    }

    int skipped() {
        return skipped;
    }

    int refused() {
        return refused;
    }

    int warnings() {
        return notes.size() - refused;
    }
}
