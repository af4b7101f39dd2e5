package dev.rollcall.web.shared;

import java.util.List;

/**
 * How this node sees the way to it.
 *
 * @param trustedProxies whose word it takes for where requests come from
 * @param untrustedProxies who sends a proxy's headers and is not among them
 */
public record NodeView(
        String object, String publicUrl, List<String> trustedProxies, List<UntrustedProxyView> untrustedProxies) {

    /** An address that sends a proxy's headers, and how often since the node's start. */
    public record UntrustedProxyView(String address, String header, long requests, long firstSeenAt, long lastSeenAt) {

        static UntrustedProxyView of(StrangeProxies.Seen seen) {
            return new UntrustedProxyView(
                    seen.address(),
                    seen.header(),
                    seen.requests(),
                    seen.firstSeen().toEpochMilli(),
                    seen.lastSeen().toEpochMilli());
        }
    }

    /** The node as it is now. */
    static NodeView of(String publicUrl, TrustedProxies proxies, List<StrangeProxies.Seen> strangers) {
        return new NodeView(
                "node",
                publicUrl,
                proxies.names(),
                strangers.stream().map(UntrustedProxyView::of).toList());
    }
}
