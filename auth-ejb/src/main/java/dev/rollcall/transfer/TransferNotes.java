package dev.rollcall.transfer;

import dev.rollcall.data.Rows;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** What has to be said about rows of an import: the report. */
@ApplicationScoped
class TransferNotes {

    private static final String ADD = """
            insert into transfer_note (instance_id, transfer_id, line, number, outcome, code, field, message)
            select ?1, ?2, n.line, n.number, n.outcome, n.code, n.field, n.message
              from jsonb_to_recordset(cast(?3 as jsonb))
                   as n(line bigint, number int, outcome text, code text, field text, message text)""";

    private static final String BEHIND = """
            select line, number, outcome, code, field, message
              from transfer_note
             where instance_id = ?1 and transfer_id = ?2 and (line, number) > (?3, ?4)
             order by line, number limit ?5""";

    @Inject
    private Rows rows;

    /**
     * One thing to be said of a row.
     *
     * @param field null where it is about the row as a whole
     */
    record Note(long line, int number, String outcome, String code, String field, String message) {

        private static final int LONGEST = 500;

        /** Names of fields come from the file and may hold what PostgreSQL does not: one row must not keep the others out. */
        Note {
            field = field == null ? null : printable(field);
            message = printable(message);
        }

        static String printable(String text) {
            var clean = new StringBuilder();
            text.codePoints()
                    .limit(LONGEST)
                    .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                    .forEach(clean::appendCodePoint);
            return clean.toString();
        }

        JsonObject json() {
            var json = Json.createObjectBuilder()
                    .add("line", line)
                    .add("outcome", outcome.toLowerCase(Locale.ROOT))
                    .add("code", code);
            if (field != null) {
                json.add("field", field);
            }
            return json.add("message", message).build();
        }
    }

    void add(Transfer transfer, List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var array = Json.createArrayBuilder();
        for (var note : notes) {
            array.add(Json.createObjectBuilder(note.json())
                    .add("number", note.number())
                    .add("outcome", note.outcome()));
        }
        rows.sql(transfer.instanceId(), ADD)
                .with(transfer.id(), array.build().toString())
                .run();
    }

    /** The notes behind one, in the order of the file. */
    List<Note> behind(String instanceId, String transferId, long line, int number, int atMost) {
        return rows.sql(instanceId, BEHIND).with(transferId, line, number, atMost).list().stream()
                .map(row -> new Note(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }
}
