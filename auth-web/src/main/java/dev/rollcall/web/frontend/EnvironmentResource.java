package dev.rollcall.web.frontend;

import dev.rollcall.instance.EnvironmentView;
import dev.rollcall.instance.EnvironmentViews;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a browser must know of the instance before it can show anything. */
@Path("/v1/environment")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Bare
public class EnvironmentResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private EnvironmentViews environments;

    @GET
    public EnvironmentView getEnvironment() {
        return environments.of(instance.get());
    }

    /** Development clients patch, so that a server may learn where they live; we have no need to. */
    @PATCH
    public EnvironmentView updateEnvironment() {
        return environments.of(instance.get());
    }
}
