package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.restriction.ListKind;
import dev.rollcall.restriction.RestrictedIdentifierView;
import dev.rollcall.restriction.RestrictedIdentifiers;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** Who is kept out, where an instance says so. */
@Path("/v1/blocklist_identifiers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BlocklistIdentifiersResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private RestrictedIdentifiers lists;

    @GET
    public Paged<RestrictedIdentifierView> listBlocklistIdentifiers() {
        return lists.all(instance.get(), ListKind.BLOCKED);
    }

    @POST
    public RestrictedIdentifierView createBlocklistIdentifier(Input body) {
        return lists.add(
                instance.get(),
                ListKind.BLOCKED,
                body.only(Set.of("identifier")).required("identifier"));
    }

    @DELETE
    @Path("{identifier_id}")
    public DeletedView deleteBlocklistIdentifier(@PathParam("identifier_id") String id) {
        return lists.remove(instance.get(), ListKind.BLOCKED, id);
    }
}
