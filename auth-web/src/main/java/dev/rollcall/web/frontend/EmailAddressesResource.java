package dev.rollcall.web.frontend;

import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.profile.EmailAddressService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The user's e-mail addresses. */
@Path("/v1/me/email_addresses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EmailAddressesResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private EmailAddressService emailAddresses;

    @GET
    public List<EmailAddressView> getEmailAddresses() {
        return emailAddresses.list(caller.get());
    }

    @POST
    public EmailAddressView createEmailAddresses(Input form) {
        return emailAddresses.create(caller.get(), form);
    }

    @GET
    @WithClient
    @Path("{email_id}")
    public EmailAddressView getEmailAddress(@PathParam("email_id") String id) {
        return emailAddresses.get(caller.get(), id);
    }

    @DELETE
    @Path("{email_id}")
    public DeletedView deleteEmailAddress(@PathParam("email_id") String id) {
        return emailAddresses.delete(caller.get(), id);
    }

    @POST
    @Path("{email_id}/prepare_verification")
    public EmailAddressView sendVerificationEmail(@PathParam("email_id") String id, Input form) {
        return emailAddresses.prepare(caller.get(), id, form);
    }

    @POST
    @Path("{email_id}/attempt_verification")
    public EmailAddressView verifyEmailAddress(@PathParam("email_id") String id, Input form) {
        return emailAddresses.attempt(caller.get(), id, form);
    }
}
