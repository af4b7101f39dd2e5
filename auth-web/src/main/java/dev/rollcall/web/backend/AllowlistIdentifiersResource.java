package dev.rollcall.web.backend;

import dev.rollcall.backend.AllowlistAdmin;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.restriction.ListKind;
import dev.rollcall.restriction.RestrictedIdentifierView;
import dev.rollcall.restriction.RestrictedIdentifiers;
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

/** Who alone may sign up, where an instance says so. */
@Path("/v1/allowlist_identifiers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AllowlistIdentifiersResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private RestrictedIdentifiers lists;

    @Inject
    private AllowlistAdmin allowlist;

    @GET
    public Object listAllowlistIdentifiers() {
        return Listing.of(lists.list(instance.get(), ListKind.ALLOWED, query.get()), query.get());
    }

    @POST
    public RestrictedIdentifierView createAllowlistIdentifier(Input body) {
        return allowlist.create(instance.get(), body);
    }

    @DELETE
    @Path("{identifier_id}")
    public DeletedView deleteAllowlistIdentifier(@PathParam("identifier_id") String id) {
        return lists.remove(instance.get(), ListKind.ALLOWED, id);
    }
}
