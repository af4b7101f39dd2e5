package dev.rollcall.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event and an endpoint, opened and ready to be sent.
 *
 * @param status how the delivery stands
 * @param secrets those that sign now
 */
record Parcel(
        String eventId,
        String endpointId,
        DeliveryStatus status,
        boolean disabled,
        String url,
        String body,
        Map<String, String> ownHeaders,
        List<String> secrets) {

    private static final String AGENT = "Rollcall-Webhooks/1.0";
    private static final String HIDDEN = "(hidden)";

    /** The headers of a request that is sent now. */
    Map<String, String> headers(Instant now) {
        var headers = new LinkedHashMap<String, String>(ownHeaders);
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", AGENT);
        headers.putAll(Signature.headers(eventId, now, body, secrets));
        return headers;
    }

    /** The same for people to look at later: without what proves or opens something. */
    Map<String, String> shownHeaders(Map<String, String> headers) {
        var shown = new LinkedHashMap<String, String>();
        headers.forEach((name, value) ->
                shown.put(name, ownHeaders.containsKey(name) || name.endsWith("-signature") ? HIDDEN : value));
        return shown;
    }

    /** It holds secrets and codes: it does not print itself. */
    @Override
    public String toString() {
        return "Parcel[" + eventId + " to " + endpointId + "]";
    }
}
