package dev.rollcall.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long the other side asks us to wait (RFC 9110 §10.2.3): seconds or a date. Nobody makes us wait longer than half a day. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(12);

    private RetryAfter() {}

    static Optional<Duration> of(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            var text = header.strip();
            var wait = text.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait).filter(w -> !w.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
