package dev.rollcall.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;

/** How this request reached us, as far as it can be believed. */
@RequestScoped
public class CurrentRequest {

    @Inject
    private HttpServletRequest request;

    /** The browser's address, through trusted proxies only. */
    public String ip() {
        return Arrival.of(request).ip();
    }

    /** Whether the browser speaks https, be it to a proxy before us. */
    public boolean isSecure() {
        return Arrival.of(request).secure();
    }

    /**
     * Whether nobody but a program on this machine is behind the request: neither the peer nor anybody whom a proxy names, or hides, in
     * whichever language, believed or not.
     */
    public boolean isFromThisMachine() {
        return PublicHost.isLoopbackAddress(request.getRemoteAddr())
                && PublicHost.isLoopbackAddress(ip())
                && Forwarded.all(request).allMatch(PublicHost::isLoopbackAddress);
    }

    /**
     * All hosts by which the request says that it came, with their ports: a page elsewhere can make its own host name lead to this machine
     * (DNS rebinding), and read what we answer to that name.
     */
    public Stream<String> hosts() {
        return Stream.of(Arrival.of(request).host(), request.getServerName(), request.getHeader("Host"))
                .filter(Objects::nonNull);
    }

    /** Whether an origin is this very host, or one at this machine beside one of ours there. */
    public boolean isOwnOrigin(String origin) {
        var page = origin.replaceFirst("^https?://", "");
        var own = Arrival.of(request).host();
        return PublicHost.name(page).equals(PublicHost.name(own))
                || PublicHost.isLoopback(page) && PublicHost.isLoopback(own);
    }

    /** The id that the answer and the log lines of this request share. */
    public String traceId() {
        return Trace.of(request);
    }
}
