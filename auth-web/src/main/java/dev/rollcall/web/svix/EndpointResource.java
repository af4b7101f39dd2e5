package dev.rollcall.web.svix;

import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CamelCase;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.webhook.EndpointService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An instance's endpoints. */
@Path("/api/v1/app/{app_id}/endpoint")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EndpointResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private EndpointService endpoints;

    @GET
    public CamelCase list() {
        return new CamelCase(endpoints.list(instance.get(), query.get()));
    }

    @POST
    public Response create(Input body) {
        return Response.status(Response.Status.CREATED)
                .entity(new CamelCase(endpoints.create(instance.get(), body)))
                .build();
    }

    @GET
    @Path("{endpoint_id}")
    public CamelCase get(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(endpoints.get(instance.get(), endpointId));
    }

    @PUT
    @Path("{endpoint_id}")
    public CamelCase update(@PathParam("endpoint_id") String endpointId, Input body) {
        return new CamelCase(endpoints.update(instance.get(), endpointId, body));
    }

    @PATCH
    @Path("{endpoint_id}")
    public CamelCase patch(@PathParam("endpoint_id") String endpointId, Input body) {
        return new CamelCase(endpoints.patch(instance.get(), endpointId, body));
    }

    @DELETE
    @Path("{endpoint_id}")
    public void delete(@PathParam("endpoint_id") String endpointId) {
        endpoints.delete(instance.get(), endpointId);
    }

    @GET
    @Path("{endpoint_id}/secret")
    public CamelCase getSecret(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(endpoints.secret(instance.get(), endpointId));
    }

    @POST
    @Path("{endpoint_id}/secret/rotate")
    public void rotateSecret(@PathParam("endpoint_id") String endpointId, Input body) {
        endpoints.rotateSecret(instance.get(), endpointId, body);
    }

    @GET
    @Path("{endpoint_id}/headers")
    public CamelCase getHeaders(@PathParam("endpoint_id") String endpointId) {
        return new CamelCase(endpoints.headers(instance.get(), endpointId));
    }

    @PUT
    @Path("{endpoint_id}/headers")
    public void updateHeaders(@PathParam("endpoint_id") String endpointId, Input body) {
        endpoints.replaceHeaders(instance.get(), endpointId, body);
    }

    @PATCH
    @Path("{endpoint_id}/headers")
    public void patchHeaders(@PathParam("endpoint_id") String endpointId, Input body) {
        endpoints.patchHeaders(instance.get(), endpointId, body);
    }
}
