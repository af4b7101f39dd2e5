package dev.rollcall.web.shared;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What every answer tells a browser, errors included: it is what it says it is, it is no page, nobody frames it, and where it was asked for is
 * told to nobody in full. Pages of ours say more by themselves.
 */
final class SafetyHeaders {

    /** Of this host alone: what other hosts of the domain speak is not for us to say. */
    private static final String A_YEAR = "max-age=31536000";

    private SafetyHeaders() {}

    static void apply(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    }

    /** Whoever came by TLS shall not come without it again. Over plain http browsers ignore this, and it is left out. */
    static void applyTransport(HttpServletResponse response) {
        response.setHeader("Strict-Transport-Security", A_YEAR);
    }
}
