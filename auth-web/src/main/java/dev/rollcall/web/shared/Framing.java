package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests of HTTP/1 that two servers in a row could read differently: for which host they are, and where they end (RFC 9112, 3.2
 * and 6.3). A proxy and this server that disagree take a part of one person's request for another's. Of two
 * lengths that differ the server itself keeps one, and one that it cannot read it drops, before anybody here sees them.
 */
final class Framing {

    private static final Pattern HOST = Pattern.compile("[^\\s,/?#@\\\\]+");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private Framing() {}

    /** Refuses such a request, and has its connection closed: nobody knows where the next one begins. */
    static void check(HttpServletRequest request, HttpServletResponse response) {
        if (!names(all(request, "Host"), request.getProtocol().equals("HTTP/1.0"))) {
            throw refused(response, WebProblem.HOST_INVALID.refusal());
        }
        var lengths = all(request, "Content-Length");
        var encodings = all(request, "Transfer-Encoding");
        boolean clear = encodings.isEmpty()
                ? lengths.isEmpty()
                        || lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches()
                : lengths.isEmpty() && encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked");
        if (!clear) {
            throw refused(response, CommonProblem.REQUEST_BODY_INVALID.refusal());
        }
        if (lengths.isEmpty() && encodings.isEmpty() && !WITHOUT_BODY.contains(request.getMethod())) {
            close(response); // it may have had a length that was dropped: what follows is no request
        }
    }

    private static boolean names(List<String> hosts, boolean mayBeMissing) {
        return hosts.isEmpty()
                ? mayBeMissing
                : hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static List<String> all(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .map(String::strip)
                .toList();
    }

    private static Refusal refused(HttpServletResponse response, Refusal refusal) {
        close(response);
        return refusal;
    }

    private static void close(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }
}
