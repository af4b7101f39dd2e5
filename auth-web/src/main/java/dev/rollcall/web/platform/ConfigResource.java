package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.ConfigService;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The settings of an application's instance, which is named by its id or by its environment. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}/config")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {

    @Inject
    private ConfigService config;

    @Inject
    private CurrentQuery query;

    @GET
    @Needs(Scope.CONFIG_READ)
    public JsonObject platformGetConfig(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String instance) {
        return config.get(application, instance, query.get());
    }

    @GET
    @Path("schema")
    @Needs(Scope.CONFIG_READ)
    public JsonObject platformGetConfigSchema(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String instance) {
        return config.schema(application, instance, query.get());
    }

    @PATCH
    @Needs(Scope.CONFIG_WRITE)
    public JsonObject platformPatchConfig(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String instance,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Input body) {
        return config.patch(application, instance, body, query.get(), version);
    }

    @PUT
    @Needs(Scope.CONFIG_WRITE)
    public JsonObject platformPutConfig(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String instance,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Input body) {
        return config.put(application, instance, body, query.get(), version);
    }
}
