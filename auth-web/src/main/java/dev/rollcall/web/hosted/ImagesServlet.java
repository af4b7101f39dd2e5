package dev.rollcall.web.hosted;

import dev.rollcall.image.StoredImage;
import dev.rollcall.instance.ApplicationImages;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.ProfileImages;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Shows images: {@code /v1/images/<instance>/<user>/<image>}, or {@code default} for the user's initials; and {@code
 * /v1/images/<application>/<image>}.
 */
@WebServlet("/v1/images/*")
public class ImagesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/(ins_\\w+)/(user_\\w+)/(img_\\w+|default)");
    private static final Pattern OF_APPLICATION = Pattern.compile("/(app_\\w+)/(img_\\w+)");
    private static final String INITIALS = "default";

    @Inject
    private transient ProfileImages images;

    @Inject
    private transient ApplicationImages ofApplications;

    @Inject
    private transient CurrentInstance current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var image = find(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (image.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean initials = request.getPathInfo().endsWith("/" + INITIALS);
        response.setHeader("Cache-Control", initials ? "no-cache" : "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // an SVG opened as a document could run scripts: ours has none, and may not have any
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Sending.of(image.get().content(), image.get().contentType()).to(request, response);
    }

    private Optional<StoredImage> find(String path) {
        var ofUser = PATH.matcher(path);
        if (ofUser.matches()) {
            if (isForeign(ofUser.group(1), Instance::id)) {
                return Optional.empty();
            }
            return ofUser.group(3).equals(INITIALS)
                    ? images.initials(ofUser.group(1), ofUser.group(2))
                    : images.find(ofUser.group(1), ofUser.group(2), ofUser.group(3));
        }
        var ofApplication = OF_APPLICATION.matcher(path);
        return ofApplication.matches() && !isForeign(ofApplication.group(1), Instance::applicationId)
                ? ofApplications.find(ofApplication.group(1), ofApplication.group(2))
                : Optional.empty();
    }

    /** Whether the host belongs to another than whose image it is. */
    private boolean isForeign(String id, Function<Instance, String> idOf) {
        return current.owner().map(idOf).filter(own -> !own.equals(id)).isPresent();
    }
}
