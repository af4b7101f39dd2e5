package dev.rollcall.transfer;

import dev.rollcall.error.Refusal;
import java.util.Optional;

/** A row of a file: one that a user can be made of, or why not. One of the two is there. */
record Judged(long line, Optional<ImportRow> row, Optional<Refusal> refusal) {}
