package dev.rollcall.web.hosted;

import dev.rollcall.config.ServerConfig;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The first page of a development instance: what to do next. It shows the publishable key and never a secret one. */
@WebServlet("")
public class StartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Recipes recipes;

    @Inject
    private transient ServerConfig config;

    @Inject
    private transient Sites sites;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = sites.of(request).filter(s -> s.instance().isDevelopment());
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var instance = site.get().instance();
        pages.show(
                response,
                site.get(),
                new Content(
                        "Start",
                        "start",
                        true,
                        "start",
                        Map.of(
                                "slug", instance.slug(),
                                "testMode", instance.settings().testMode(),
                                "url", instance.baseUrl(),
                                "server", config.publicUrl(),
                                "recipes",
                                        recipes.of(
                                                instance.publishableKey(), instance.baseUrl(), config.publicUrl()))));
    }
}
