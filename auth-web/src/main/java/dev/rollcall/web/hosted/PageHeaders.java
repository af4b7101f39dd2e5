package dev.rollcall.web.hosted;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a browser is told about our pages: what they may load, and that nobody may frame or keep them. */
final class PageHeaders {

    private static final String SHUT = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ";

    private PageHeaders() {}

    static void apply(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    /**
     * A page with the SDK: it styles itself with our nonce, keeps time in a worker and shows a picture before it is uploaded.
     *
     * @param scriptOrigin where the SDK comes from, if not from here
     * @param logoOrigin where the application's logo comes from, if it has one
     */
    static String sdkPolicy(String nonce, Optional<String> scriptOrigin, Optional<String> logoOrigin) {
        return SHUT + "script-src 'self'" + also(scriptOrigin) + "; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data: blob:"
                + also(logoOrigin) + "; connect-src 'self'; worker-src blob:";
    }

    /** A page that shows e-mails: their styles stand inline, and a sandboxed frame has the policy of its page. */
    static String plainPolicy(Optional<String> logoOrigin) {
        return SHUT + "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" + also(logoOrigin) + "; connect-src 'self'";
    }

    private static String also(Optional<String> origin) {
        return origin.map(o -> " " + o).orElse("");
    }
}
