package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Scope;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.security.RedirectUrlView;
import dev.rollcall.security.RedirectUrls;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where an instance's apps may be besides its own domain. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}/redirect_urls")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstanceRedirectUrlsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private RedirectUrls urls;

    @GET
    @Needs(Scope.CONFIG_READ)
    public Paged<RedirectUrlView> platformListRedirectUrls(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment) {
        return urls.list(instance.named(application, environment), query.get());
    }

    @POST
    @Needs(Scope.CONFIG_WRITE)
    public RedirectUrlView platformCreateRedirectUrl(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment, Input body) {
        return urls.create(instance.named(application, environment), body);
    }

    @GET
    @Path("{redirectURLID}")
    @Needs(Scope.CONFIG_READ)
    public RedirectUrlView platformGetRedirectUrl(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("redirectURLID") String url) {
        return urls.get(instance.named(application, environment), url);
    }

    @DELETE
    @Path("{redirectURLID}")
    @Needs(Scope.CONFIG_WRITE)
    public DeletedView platformDeleteRedirectUrl(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("redirectURLID") String url) {
        return urls.delete(instance.named(application, environment), url);
    }
}
