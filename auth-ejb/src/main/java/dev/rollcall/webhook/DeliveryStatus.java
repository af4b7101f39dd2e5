package dev.rollcall.webhook;

import java.util.Locale;

/** How an event stands with an endpoint, in the order in which svix numbers it. */
enum DeliveryStatus {
    /** It was taken. */
    SUCCESS,
    /** It will be tried, or tried again. */
    PENDING,
    /** It will not be tried again by itself. */
    FAIL,
    /** The endpoint was disabled before it was taken. */
    CANCELED;

    int number() {
        return switch (this) {
            case SUCCESS -> 0;
            case PENDING -> 1;
            case FAIL -> 2;
            case CANCELED -> 4; // 3 is "sending": we do not write that down
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
