package dev.rollcall.web.frontend;

import dev.rollcall.client.ClientService;
import dev.rollcall.client.DevBrowserView;
import dev.rollcall.frontend.NavigationService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How a browser without our cookies is told from others, in development. */
@Bare
@Path("/v1/dev_browser")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevBrowserResource {

    @Inject
    private ClientService clients;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ClientCookies cookies;

    @Inject
    private NavigationService navigation;

    @POST
    public DevBrowserView createDevBrowser() {
        return navigation.createDevBrowser(caller.get());
    }

    @GET
    @Path("init")
    public DevBrowserView getDevBrowserInit() {
        return navigation.createDevBrowser(caller.get());
    }

    /** Keeps the dev browser that is shown where the pages of this host find it. */
    @POST
    @Path("set_first_party_cookie")
    public Response postDevBrowserInitSetCookie() {
        var token = clients.requireDevBrowser(caller.get());
        var response = Response.ok().build();
        cookies.devBrowser(token, response.getHeaders());
        return response;
    }
}
