package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A stretch of time: from its beginning up to, and without, its end. */
record Span(Instant from, Instant until) {

    static final Instant BEGINNING = Instant.EPOCH;
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The stretch that two fields name; the whole of time where they are absent. */
    static Span of(Input input, String from, String until) {
        return new Span(time(input, from).orElse(BEGINNING), time(input, until).orElse(NEVER));
    }

    /** The same, of which the beginning must be named. */
    static Span since(Input input) {
        return new Span(
                time(input, "since").orElseThrow(() -> Input.missing("since")),
                time(input, "until").orElse(NEVER));
    }

    private static Optional<Instant> time(Input input, String field) {
        return input.text(field).map(text -> parsed(text, field));
    }

    private static Instant parsed(String text, String field) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(BEGINNING) || time.isAfter(NEVER)) {
                throw refused(field); // further than PostgreSQL and milliseconds reach
            }
            return time;
        } catch (DateTimeException e) {
            throw refused(field);
        }
    }

    private static Refusal refused(String field) {
        return CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal(field).saying(field + " must be a time by RFC 3339.");
    }
}
