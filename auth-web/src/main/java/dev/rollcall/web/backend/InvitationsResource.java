package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.input.InputList;
import dev.rollcall.invitation.InvitationView;
import dev.rollcall.invitation.Invitations;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Whom an app asks in. */
@Path("/v1/invitations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private Invitations invitations;

    @GET
    public Object listInvitations() {
        return Listing.of(invitations.list(instance.get(), query.get()), query.get());
    }

    @POST
    public InvitationView createInvitation(Input body) {
        return invitations.create(instance.get(), body);
    }

    @POST
    @Path("bulk")
    public List<InvitationView> createBulkInvitations(InputList body) {
        return invitations.createAll(instance.get(), body.items());
    }

    @POST
    @Path("{invitation_id}/revoke")
    public InvitationView revokeInvitation(@PathParam("invitation_id") String id) {
        return invitations.revoke(instance.get(), id);
    }
}
