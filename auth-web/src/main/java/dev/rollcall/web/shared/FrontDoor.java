package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.security.Network;
import dev.rollcall.trace.Cause;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where every request comes in: it gets its trace id, its path is checked and loses an instance's prefix, browsers on other
 * origins get their headers, and whatever fails on the way is answered in the wire's error shape and never by a page of the
 * server.
 */
public class FrontDoor implements Filter {

    @Inject
    private Placement placement;

    @Inject
    private Admission admission;

    @Inject
    private Bodies bodies;

    @Inject
    private PeerWaits waits;

    private final HeldBytes largeAnswers = new HeldBytes(8);

    @Inject
    private PublicHost publicHost;

    @Inject
    private StrangeProxies strangers;

    @Inject
    private Drain drain;

    @Inject
    private ServerConfig config;

    private TrustedProxies proxies;

    @Override
    public void init(FilterConfig filter) {
        proxies = TrustedProxies.configured(config);
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        EvenPace.came(request);
        var trace = Trace.begin(request);
        response.setHeader(Trace.HEADER, trace);
        SafetyHeaders.apply(response);
        if (drain.isUnderWay() && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close"); // proxies keep connections, and would meet the end on them
        }
        try {
            enter(request, response, chain);
        } catch (Throwable e) { // StackOverflowError and its kind included: nobody behind us would answer in the wire's
            // shape
            ErrorAnswer.of(e, request).send(response);
        } finally {
            Cause.leave();
            Clock.back();
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Framing.check(request, response);
        var path = checked(
                request.getRequestURI().substring(request.getContextPath().length()));
        var came = Arrival.of(request, proxies);
        if (!proxies.trust(request.getRemoteAddr())) {
            strangers.look(request);
        }
        var slug = PathPrefix.candidate(path)
                .flatMap(some -> admission.ask(placement.knows(some), () -> placement.slug(came, path)));
        var arrival = came.under(slug);
        arrival.remember(request);
        if (arrival.secure() || publicHost.promisesHttps(arrival.host())) {
            SafetyHeaders.applyTransport(response);
        }
        var userAgent = request.getHeader("User-Agent");
        Cause.ofRequest(Trace.of(request), arrival.ip(), userAgent == null ? "" : userAgent)
                .enter();
        var inner = slug.map(prefix -> PathPrefix.strip(path, prefix)).orElse(path);
        if (Cors.applies(inner) && answeredOptions(inner, request, response)) {
            return;
        }
        var routed = RoutedPath.of(inner);
        var site = Network.site(arrival.ip());
        var answer = new HeldAnswer(response, largeAnswers, () -> waits.enter(site));
        try (var body = bodies.take(request, routed, site)) {
            admission.admit(routed, request.getHeader("Authorization"), site, leave -> {
                answer.onLeaving(leave);
                pass(new ArrivedRequest(request, arrival, body.stream()), answer, chain, slug.isPresent(), inner);
            });
            answer.send();
        } finally {
            answer.end();
        }
    }

    private static void pass(
            HttpServletRequest arrived,
            HttpServletResponse response,
            FilterChain chain,
            boolean forwarded,
            String inner)
            throws IOException, ServletException {
        if (forwarded) {
            var query = arrived.getQueryString(); // Liberty forgets it on the way if the target does not say it again
            arrived.getRequestDispatcher(query == null ? inner : inner + "?" + query)
                    .forward(arrived, response);
        } else {
            chain.doFilter(arrived, response);
        }
    }

    private static boolean answeredOptions(String path, HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader("Origin");
        if (Cors.isForEverybody(path)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.addHeader("Vary", "Origin");
        }
        if (origin != null && !Cors.isForEverybody(path)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Access-Control-Expose-Headers", Cors.EXPOSED);
        }
        if (!"OPTIONS".equals(request.getMethod())) {
            return false;
        }
        response.setHeader("Allow", Cors.METHODS);
        response.setHeader("Access-Control-Allow-Methods", Cors.METHODS);
        response.setHeader("Access-Control-Allow-Headers", Cors.HEADERS);
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }

    private static String checked(String path) {
        var decoded = FormText.decode(path, false, WebProblem.REQUEST_URI_INVALID);
        if (decoded.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\')) {
            throw WebProblem.REQUEST_URI_INVALID.refusal();
        }
        return path;
    }
}
