package dev.rollcall.web.platform;

import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.Needs;
import dev.rollcall.web.shared.NodeView;
import dev.rollcall.web.shared.StrangeProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The node that answers. Not part of Clerk's API. */
@Path("/v1/platform/node")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NodeResource {

    @Inject
    private StrangeProxies strangers;

    @GET
    @Needs(Scope.CONFIG_READ)
    public NodeView platformGetNode() {
        return strangers.node();
    }
}
