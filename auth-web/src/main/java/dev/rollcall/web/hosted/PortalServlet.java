package dev.rollcall.web.hosted;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page on which a person manages an instance's webhooks. It shows nothing by itself: the key stands behind the address's {@code #}, which no server sees. */
@WebServlet("/webhooks/portal")
public class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Sites sites;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = sites.of(request);
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        pages.show(response, site.get(), new Content("Webhooks", "portal", false, "portal", Map.of()));
    }
}
