package dev.rollcall.web.hosted;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a browser is told about our pages: what they may load, and that nobody may frame or keep them. */
final class PageHeaders {

    private PageHeaders() {}

    /**
     * Puts the headers on.
     *
     * @param scriptOrigin where the SDK comes from, if not from here
     * @param logoOrigin where the application's logo comes from, if it has one
     */
    static void apply(HttpServletResponse response, Optional<String> scriptOrigin, Optional<String> logoOrigin) {
        response.setHeader("Content-Security-Policy", policy(scriptOrigin, logoOrigin));
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin-allow-popups"); // providers sign people in there
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    /**
     * Scripts are files of ours and nothing else. Styles may stand inline: the SDK's code field writes some without a nonce, and so
     * do e-mails. The SDK keeps time in a worker and shows a picture before it is uploaded, both from a blob.
     */
    static String policy(Optional<String> scriptOrigin, Optional<String> logoOrigin) {
        return "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; "
                + "worker-src blob:; style-src 'self' 'unsafe-inline'; script-src 'self'" + also(scriptOrigin)
                + "; img-src 'self' data: blob:" + also(logoOrigin);
    }

    private static String also(Optional<String> origin) {
        return origin.map(o -> " " + o).orElse("");
    }
}
