package dev.rollcall.web.hosted;

import dev.rollcall.web.hosted.Bundles.Found;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands out the official browser bundles under {@code /npm}, as a package CDN would. */
@WebServlet("/npm/*")
public class NpmServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/javascript; charset=utf-8";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String FOR_NOW = "public, max-age=300";

    @Inject
    private transient Bundles bundles;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var found = bundles.find(request.getPathInfo());
        if (found instanceof Found.File file) {
            send(file, request, response);
        } else if (found instanceof Found.Elsewhere elsewhere) {
            response.setHeader("Cache-Control", FOR_NOW);
            response.sendRedirect(elsewhere.location().toString());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(Found.File file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var coding = Coding.accepted(request.getHeader("Accept-Encoding"));
        coding.header().ifPresent(c -> response.setHeader("Content-Encoding", c));
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", file.pinned() ? FOREVER : FOR_NOW);
        try (var content = NpmServlet.class.getResourceAsStream(file.resource() + coding.suffix())) {
            Sending.of(content.readAllBytes(), TYPE, file.digest() + coding.suffix())
                    .to(request, response);
        }
    }
}
