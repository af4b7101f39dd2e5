package dev.rollcall.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request of ours to somebody else's server.
 *
 * @param timeout for the whole exchange
 * @param kept how many bytes of the answer are wanted
 */
public record OutboundRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout, Reach reach, int kept) {

    private static final int KEPT = 4096;

    /** A request whose answer is looked at and not worked with: its beginning will do. */
    public OutboundRequest(
            String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout, Reach reach) {
        this(method, uri, headers, body, timeout, reach, KEPT);
    }
}
