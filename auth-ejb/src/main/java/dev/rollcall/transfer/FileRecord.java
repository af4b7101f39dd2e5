package dev.rollcall.transfer;

import dev.rollcall.input.Input;
import java.util.List;
import java.util.Optional;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param fields empty where the record cannot be read, though those behind it can
 * @param unknown columns that it has a value in and that we have no name for
 */
record FileRecord(long line, Optional<Input> fields, List<String> unknown) {}
