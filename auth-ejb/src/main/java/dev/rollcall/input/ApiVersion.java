package dev.rollcall.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The version of the wire protocol that a request speaks. Any version is served, in one shape; the few rules that differ stand
 * here. A request that names none, or none that is a date, is treated as an old one.
 */
public record ApiVersion(Optional<LocalDate> date) {

    private static final LocalDate METADATA_MOVED = LocalDate.of(2026, 5, 12);

    /** The version of that name. */
    public static ApiVersion of(Optional<String> name) {
        return new ApiVersion(name.flatMap(ApiVersion::parse));
    }

    /** Whether a user's own fields may be patched together with metadata, which have operations of their own. */
    public boolean patchesMetadata() {
        return date.map(d -> d.isBefore(METADATA_MOVED)).orElse(true);
    }

    private static Optional<LocalDate> parse(String name) {
        try {
            return Optional.of(LocalDate.parse(name.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
