package dev.rollcall.web.backend;

import dev.rollcall.backend.CodeView;
import dev.rollcall.backend.EmailAddressAdmin;
import dev.rollcall.backend.IdentifierCodes;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The e-mail addresses of an instance's users. */
@Path("/v1/email_addresses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class EmailAddressesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private EmailAddressAdmin addresses;

    @Inject
    private IdentifierCodes codes;

    @POST
    public EmailAddressView createEmailAddress(Input body) {
        return addresses.create(instance.get(), body);
    }

    @GET
    @Path("{email_address_id}")
    public EmailAddressView getEmailAddress(@PathParam("email_address_id") String id) {
        return addresses.get(instance.get(), id);
    }

    @PATCH
    @Path("{email_address_id}")
    public EmailAddressView updateEmailAddress(@PathParam("email_address_id") String id, Input body) {
        return addresses.update(instance.get(), id, body);
    }

    @DELETE
    @Path("{email_address_id}")
    public DeletedView deleteEmailAddress(@PathParam("email_address_id") String id) {
        return addresses.delete(instance.get(), id);
    }

    @POST
    @Path("{email_address_id}/prepare_verification")
    public CodeView prepareEmailAddressVerification(@PathParam("email_address_id") String id) {
        return codes.prepare(instance.get(), IdentifierType.EMAIL_ADDRESS, id);
    }

    @POST
    @Path("{email_address_id}/attempt_verification")
    public CodeView attemptEmailAddressVerification(@PathParam("email_address_id") String id, Input body) {
        return codes.attempt(instance.get(), IdentifierType.EMAIL_ADDRESS, id, body);
    }
}
