package dev.rollcall.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request of ours to somebody else's server.
 *
 * @param timeout for the whole exchange
 */
public record OutboundRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, Duration timeout, Reach reach) {}
