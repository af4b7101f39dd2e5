package dev.rollcall.web.frontend;

import dev.rollcall.frontend.AccountPortalView;
import dev.rollcall.frontend.NavigationService;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where a browser goes that comes to us by a link. */
@Bare
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.WILDCARD)
public class NavigationResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private NavigationService navigation;

    @GET
    @Path("redirect")
    public Response redirectToUrl() {
        return Response.temporaryRedirect(navigation.redirect(instance.get(), query.get()))
                .build();
    }

    /** The ticket is in the address, so no page may tell another where the browser has come from. */
    @GET
    @Path("tickets/accept")
    public Response acceptTicket() {
        return Response.status(Response.Status.FOUND)
                .location(navigation.acceptTicket(instance.get(), query.get()))
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GET
    @Path("account_portal")
    @Produces(MediaType.APPLICATION_JSON)
    public AccountPortalView getAccountPortal() {
        return navigation.accountPortal(instance.get());
    }

    @GET
    @FromOwnSite
    @Path("clear-site-data")
    public Response clearSiteData() {
        return Response.ok().header("Clear-Site-Data", "\"*\"").build();
    }
}
