package dev.rollcall.web.hosted;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Hands out the styles and scripts of our own pages. */
@WebServlet("/assets/*")
public class AssetsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern FILE = Pattern.compile("/([a-z]+)\\.(css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        try (var file = path.matches() ? AssetsServlet.class.getResourceAsStream("/assets" + path.group()) : null) {
            if (file == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("X-Content-Type-Options", "nosniff");
            Sending.of(file.readAllBytes(), TYPES.get(path.group(2))).to(request, response);
        }
    }
}
