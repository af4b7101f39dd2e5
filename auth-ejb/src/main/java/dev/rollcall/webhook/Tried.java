package dev.rollcall.webhook;

import dev.rollcall.job.Outcome;
import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @param status 0 where there was no answer
 * @param response the beginning of the body, or why there was no answer
 */
record Tried(
        int status,
        String response,
        Duration took,
        Optional<Duration> retryAfter,
        boolean abort,
        Map<String, String> shownHeaders) {

    static Tried answered(OutboundAnswer answer, Instant now, Map<String, String> shownHeaders) {
        return new Tried(
                answer.status(),
                answer.body(),
                answer.took(),
                RetryAfter.of(answer.headers().get("retry-after"), now),
                "abort-message"
                        .equalsIgnoreCase(answer.headers()
                                .getOrDefault("webhook-delivery", "")
                                .strip()),
                shownHeaders);
    }

    static Tried failed(Throwable failure, Duration took, Map<String, String> shownHeaders) {
        var reason = failure instanceof OutboundFailure known ? known.getMessage() : "the request could not be sent";
        return new Tried(0, reason, took, Optional.empty(), false, shownHeaders);
    }

    /** Only 2xx is taken; a redirect is a failure. */
    boolean success() {
        return status >= 200 && status < 300;
    }

    /** What the queue makes of it. */
    Outcome outcome() {
        if (success()) {
            return Outcome.done();
        }
        var error = status == 0 ? response : "the endpoint answered " + status;
        return abort ? Outcome.hopeless(error + " and asked to stop") : new Outcome.Failed(error, retryAfter);
    }

    /** A response may echo a code: it does not print itself. */
    @Override
    public String toString() {
        return "Tried[" + status + "]";
    }
}
