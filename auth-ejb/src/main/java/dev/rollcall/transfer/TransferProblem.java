package dev.rollcall.transfer;

import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;

/** What may be refused of imports and exports, and of the rows of a file. */
public enum TransferProblem implements Problem {
    IMPORT_ALREADY_STARTED(Kind.CONFLICT, "This import has been started: its file does not change any more."),
    IMPORT_FILE_INCOMPLETE(Kind.INVALID, "The parts of the file must be numbered from 1, without a gap."),
    IMPORT_FILE_TOO_LARGE(Kind.TOO_LARGE, "The file is too large: split it into several imports."),
    TRANSFER_ALREADY_OVER(Kind.CONFLICT, "This transfer is over."),
    EXPORT_NOT_DONE(Kind.CONFLICT, "This export is not done yet."),
    /** In the report of an import. */
    IMPORT_ROW_MALFORMED(Kind.INVALID, "This row cannot be read."),
    /** In the report of an import. */
    IMPORT_FIELD_NOT_TAKEN_OVER(
            Kind.INVALID, "This server has no place for this field: the rest of the row was taken over.");

    private final Kind kind;
    private final String message;

    TransferProblem(Kind kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }
}
