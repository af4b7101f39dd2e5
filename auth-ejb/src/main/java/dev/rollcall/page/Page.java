package dev.rollcall.page;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;

/** Which part of a list is wanted. {@code limit} is 1 to 500 (10 by default), {@code offset} is from 0. */
public record Page(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 500;

    /** Reads {@code limit} and {@code offset}; anything out of range is refused by name. */
    public static Page of(Input query) {
        return new Page(
                within(query, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT), within(query, "offset", 0, 0, Integer.MAX_VALUE));
    }

    private static int within(Input query, String name, int otherwise, int least, int most) {
        long value = query.number(name).orElse((long) otherwise);
        if (value < least || value > most) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name + " must be between " + least + " and " + most + ".");
        }
        return (int) value;
    }
}
