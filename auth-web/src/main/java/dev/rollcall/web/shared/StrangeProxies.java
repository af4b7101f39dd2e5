package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who sends this node the headers of a proxy without being one of ours. Most often it is one that {@code TRUSTED_PROXIES} forgot, and then
 * everybody behind it has one address and plain http: operators are told, in the log once and by the Platform API.
 */
@ApplicationScoped
public class StrangeProxies {

    private static final Logger LOG = Logger.getLogger(StrangeProxies.class.getName());

    /** Anybody can send such headers: after so many addresses no more are remembered. */
    private static final int REMEMBERED = 20;

    private static final List<String> HEADERS =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded");

    @Inject
    private ServerConfig config;

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** An address that is not trusted, and how often it sent such headers since the node's start. */
    public record Seen(String address, String header, long requests, Instant firstSeen, Instant lastSeen) {

        private Seen again(Instant now) {
            return new Seen(address, header, requests + 1, firstSeen, now);
        }
    }

    /** Takes note of a request whose peer is not trusted. */
    void look(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        var header =
                HEADERS.stream().filter(name -> request.getHeader(name) != null).findFirst();
        if (peer == null || header.isEmpty() || seen.size() >= REMEMBERED && !seen.containsKey(peer)) {
            return;
        }
        var now = Instant.now();
        seen.merge(peer, new Seen(peer, header.get(), 1, now, now), (known, fresh) -> known.again(now));
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "{0} sends {1} and is not in TRUSTED_PROXIES, so the header is ignored: if it is a proxy of yours, everybody behind it"
                            + " has its address, and over https production instances refuse them. Said once; GET /v1/platform/node"
                            + " shows all such addresses.",
                    new Object[] {peer, header.get()});
        }
    }

    /** What operators are shown of this node. */
    public NodeView node() {
        return NodeView.of(config.publicUrl(), TrustedProxies.configured(config), seen());
    }

    /** What was seen, the most frequent first. */
    public List<Seen> seen() {
        return seen.values().stream()
                .sorted(Comparator.comparingLong(Seen::requests).reversed())
                .toList();
    }
}
