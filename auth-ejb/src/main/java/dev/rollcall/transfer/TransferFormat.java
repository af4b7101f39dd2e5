package dev.rollcall.transfer;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a file is written. */
enum TransferFormat {
    /** One JSON object a line. */
    NDJSON,
    /** The same fields in columns, with their names in the first line; lists are separated by {@code |}. */
    CSV,
    /** What Clerk's dashboard exports: columns that we do not know are passed over, with a warning. */
    CLERK_CSV;

    /** The format that a request names. */
    static TransferFormat of(Input input, TransferFormat... possible) {
        var wanted = input.required("format");
        return Stream.of(possible)
                .filter(f -> f.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal("format")
                        .saying("format must be one of "
                                + Arrays.stream(possible)
                                        .map(TransferFormat::wire)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return this == NDJSON ? "application/x-ndjson" : "text/csv;charset=utf-8";
    }
}
