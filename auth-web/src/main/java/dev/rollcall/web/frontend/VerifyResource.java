package dev.rollcall.web.frontend;

import dev.rollcall.frontend.LinkService;
import dev.rollcall.web.shared.CurrentCaller;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where a link from an e-mail leads. */
@Bare
@Path("/v1/verify")
@ApplicationScoped
@Produces(MediaType.WILDCARD)
public class VerifyResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private CurrentQuery query;

    @Inject
    private LinkService links;

    /** The token is in the address, so no page may tell another where the browser has come from. */
    @GET
    public Response verify() {
        return Response.seeOther(links.verify(caller.get(), query.get()))
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Programs that look whether a link is alive do not open it. */
    @HEAD
    public Response look() {
        return Response.ok().build();
    }
}
