package dev.rollcall.web.hosted;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The hosted pages: each mounts one official component, which takes care of the paths below its own by itself. */
@WebServlet({"/sign-in", "/sign-in/*", "/sign-up", "/sign-up/*", "/user", "/user/*", "/waitlist"})
public class ComponentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private record Component(String name, String title) {}

    private static final Map<String, Component> COMPONENTS = Map.of(
            "/sign-in", new Component("SignIn", "Sign in"),
            "/sign-up", new Component("SignUp", "Sign up"),
            "/user", new Component("UserProfile", "Your profile"),
            "/waitlist", new Component("Waitlist", "Join the waitlist"));

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
        var path = request.getServletPath();
        var component = COMPONENTS.get(path);
        var values = Map.<String, Object>of("component", component.name(), "path", path);
        pages.show(response, site.get(), new Content(component.title(), "component", true, "component", values));
    }
}
