package dev.rollcall.channel;

import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a provider's HTTP API meant by its answer. Its own words may name addresses, so only the numbers are kept. */
final class HttpReply {

    /** Not about the letter: our credentials, an account or a path that is not there, our haste, their slowness. */
    private static final Set<Integer> ABOUT_US = Set.of(401, 403, 404, 405, 408, 425, 429);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private HttpReply() {}

    /** {@code detail} is a number of the provider's own; empty where it gave none. */
    static Receipt receipt(String provider, OutboundAnswer answer, String detail) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Receipt.Taken();
        }
        var reason = provider + " answered " + status + (detail.isEmpty() ? "" : " (" + detail + ")");
        if (status >= 400 && status < 500 && !ABOUT_US.contains(status)) {
            return new Receipt.Refused(reason);
        }
        throw new ChannelTrouble(reason, retryAfter(answer));
    }

    /** No answer at all. */
    static ChannelTrouble trouble(String provider, Throwable failure) {
        var cause = Unwrapped.cause(failure);
        return cause instanceof ChannelTrouble known
                ? known
                : new ChannelTrouble(provider + ": "
                        + (cause instanceof OutboundFailure f
                                ? f.getMessage()
                                : cause.getClass().getSimpleName()));
    }

    private static Optional<Duration> retryAfter(OutboundAnswer answer) {
        var header = answer.headers().getOrDefault("retry-after", "").strip();
        if (!header.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        var wait = Duration.ofSeconds(Long.parseLong(header));
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
