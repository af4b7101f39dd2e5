package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads what narrows a list. The svix SDKs write several names as one value with commas. */
final class Filters {

    private Filters() {}

    static Optional<List<String>> names(Input query, String field) {
        var names = query.list(field).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(name -> !name.isBlank())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** How a delivery stands, by svix's number. What is being sent is pending to us. */
    static Optional<DeliveryStatus> status(Input query) {
        var number = query.number("status");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch ((int) number.getAsLong()) {
                    case 0 -> DeliveryStatus.SUCCESS;
                    case 1, 3 -> DeliveryStatus.PENDING;
                    case 2 -> DeliveryStatus.FAIL;
                    case 4 -> DeliveryStatus.CANCELED;
                    default -> throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("status");
                });
    }

    /** The hundred of an answer's status: 0 (no answer), 100 to 500. */
    static OptionalInt statusClass(Input query, String field) {
        var number = query.number(field);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = (int) number.getAsLong();
        if (value % 100 != 0 || value < 0 || value > 500) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(field);
        }
        return OptionalInt.of(value);
    }
}
