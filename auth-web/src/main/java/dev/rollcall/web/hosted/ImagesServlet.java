package dev.rollcall.web.hosted;

import dev.rollcall.user.ProfileImages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Shows profile images: {@code /v1/images/<instance>/<user>/<image>}, or {@code default} for the user's initials. */
@WebServlet("/v1/images/*")
public class ImagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/(ins_\\w+)/(user_\\w+)/(img_\\w+|default)");
    private static final String INITIALS = "default";

    @Inject
    private transient ProfileImages images;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean initials = path.group(3).equals(INITIALS);
        var image = initials
                ? images.initials(path.group(1), path.group(2))
                : images.find(path.group(1), path.group(2), path.group(3));
        if (image.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", initials ? "no-cache" : "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // an SVG opened as a document could run scripts: ours has none, and may not have any
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Sending.of(image.get().content(), image.get().contentType()).to(request, response);
    }
}
