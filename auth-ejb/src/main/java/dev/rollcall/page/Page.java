package dev.rollcall.page;

import dev.rollcall.input.Input;

/** Which part of a list is wanted. {@code limit} is 1 to 500 (10 by default), {@code offset} is from 0. */
public record Page(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 500;

    /** Reads {@code limit} and {@code offset}; anything out of range is refused by name. */
    public static Page of(Input query) {
        long limit = query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        long offset = query.number("offset", 0, Integer.MAX_VALUE).orElse(0);
        return new Page((int) limit, (int) offset);
    }
}
