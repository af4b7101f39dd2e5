package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.security.RedirectUrlView;
import dev.rollcall.security.RedirectUrls;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
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
@Path("/v1/redirect_urls")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RedirectUrlsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private RedirectUrls urls;

    @GET
    public Object listRedirectUrls() {
        return Listing.of(urls.list(instance.get(), query.get()), query.get());
    }

    @POST
    public RedirectUrlView createRedirectUrl(Input body) {
        return urls.create(instance.get(), body);
    }

    @GET
    @Path("{id}")
    public RedirectUrlView getRedirectUrl(@PathParam("id") String id) {
        return urls.get(instance.get(), id);
    }

    @DELETE
    @Path("{id}")
    public DeletedView deleteRedirectUrl(@PathParam("id") String id) {
        return urls.delete(instance.get(), id);
    }
}
