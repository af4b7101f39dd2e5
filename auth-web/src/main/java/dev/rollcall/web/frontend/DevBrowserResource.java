package dev.rollcall.web.frontend;

import dev.rollcall.client.ClientService;
import dev.rollcall.client.DevBrowserView;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How a browser without our cookies is told from others, in development. */
@Bare
@Path("/v1/dev_browser")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevBrowserResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private ClientService clients;

    @POST
    public DevBrowserView createDevBrowser() {
        return clients.createDevBrowser(instance.get());
    }
}
