package dev.rollcall.web.frontend;

import dev.rollcall.web.shared.Health;
import dev.rollcall.web.shared.ProxyHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Whether we work, and whether an app's proxy before us does, in the words of the Frontend API. Operators ask {@code /health}.
 */
@Bare
@PlainHttpToo
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    private Health health;

    @Inject
    private ProxyHealth proxy;

    @GET
    @Path("health")
    public Response getHealth() {
        return answer(health.get());
    }

    @GET
    @Path("proxy-health")
    public Response getProxyHealth() {
        return answer(proxy.get());
    }

    private static Response answer(Health.View view) {
        return Response.status(view.isHealthy() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(view)
                .build();
    }
}
