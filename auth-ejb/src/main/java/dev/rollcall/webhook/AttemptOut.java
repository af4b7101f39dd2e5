package dev.rollcall.webhook;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One request to an endpoint, as the svix SDK sees it ({@code MessageAttemptOut}), with its request's headers.
 *
 * @param response the beginning of the answer's body, or why there was no answer
 * @param responseStatusCode 0 where there was no answer
 * @param triggerType 0: the schedule, 1: somebody
 * @param msg null unless asked for
 */
public record AttemptOut(
        String id,
        String msgId,
        String endpointId,
        String url,
        String response,
        int responseStatusCode,
        int responseDurationMs,
        int status,
        String statusText,
        int triggerType,
        Instant timestamp,
        JsonObject requestHeaders,
        EventOut msg) {

    /** A response may echo a code: an attempt does not print itself. */
    @Override
    public String toString() {
        return "AttemptOut[" + id + "]";
    }
}
