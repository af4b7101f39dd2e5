package dev.rollcall.transfer;

import dev.rollcall.error.Refusal;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.BulkIdentifications.Name;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.NewIdentification;
import dev.rollcall.transfer.ImportRow.Contact;
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

    private static final List<IdentifierType> CONTACTS =
            List.of(IdentifierType.EMAIL_ADDRESS, IdentifierType.PHONE_NUMBER);

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
        for (var type : CONTACTS) {
            if (contacts(row, type).stream()
                    .filter(c -> c.standing() != Standing.CLAIMED)
                    .anyMatch(c -> names.contains(Name.of(type, c.identifier())))) {
                refuse(row.line(), taken(type));
                return;
            }
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
        var primaryEmail = identify(row, id, IdentifierType.EMAIL_ADDRESS, row.primary());
        var primaryPhone = identify(row, id, IdentifierType.PHONE_NUMBER, row.primaryPhone());
        row.username().ifPresent(username -> {
            identification(id, IdentifierType.USERNAME, username, Standing.VERIFIED);
            names.add(Name.of(IdentifierType.USERNAME, username));
        });
        row.ignored()
                .forEach(field -> warn(row.line(), field, TransferProblem.IMPORT_FIELD_NOT_TAKEN_OVER.refusal(field)));
        users.add(new StoredUser(id, row.user(), primaryEmail, primaryPhone));
    }

    /** Gives the user what they come with of a kind; answers the id of the primary one, or null. */
    private String identify(ImportRow row, String userId, IdentifierType type, String primary) {
        String primaryId = null;
        for (var contact : contacts(row, type)) {
            var name = Name.of(type, contact.identifier());
            if (names.contains(name)) {
                warn(
                        row.line(),
                        type == IdentifierType.PHONE_NUMBER ? "unverified_phone_numbers" : "unverified_email_addresses",
                        taken(type));
                continue; // nobody could ever verify it
            }
            var identification = identification(userId, type, contact.identifier(), contact.standing());
            if (contact.identifier().equals(primary)) {
                primaryId = identification.id();
            }
            if (contact.standing() != Standing.CLAIMED) {
                names.add(name);
            }
        }
        return primaryId;
    }

    private static List<Contact> contacts(ImportRow row, IdentifierType type) {
        return type == IdentifierType.PHONE_NUMBER ? row.phones() : row.emails();
    }

    /** A user name needs no proof, so that nothing has verified it. */
    private NewIdentification identification(String userId, IdentifierType type, String identifier, Standing standing) {
        boolean proved = type != IdentifierType.USERNAME && standing == Standing.VERIFIED;
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
        var field =
                switch (type) {
                    case USERNAME -> "username";
                    case PHONE_NUMBER -> "verified_phone_numbers";
                    case EMAIL_ADDRESS, WEB3_WALLET -> "verified_email_addresses";
                };
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
