package dev.rollcall.web.backend;

import dev.rollcall.backend.CodeView;
import dev.rollcall.backend.IdentifierCodes;
import dev.rollcall.backend.PhoneNumberAdmin;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
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

/** The phone numbers of an instance's users. */
@Path("/v1/phone_numbers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhoneNumbersResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private PhoneNumberAdmin numbers;

    @Inject
    private IdentifierCodes codes;

    @POST
    public PhoneNumberView createPhoneNumber(Input body) {
        return numbers.create(instance.get(), body);
    }

    @GET
    @Path("{phone_number_id}")
    public PhoneNumberView getPhoneNumber(@PathParam("phone_number_id") String id) {
        return numbers.get(instance.get(), id);
    }

    @PATCH
    @Path("{phone_number_id}")
    public PhoneNumberView updatePhoneNumber(@PathParam("phone_number_id") String id, Input body) {
        return numbers.update(instance.get(), id, body);
    }

    @DELETE
    @Path("{phone_number_id}")
    public DeletedView deletePhoneNumber(@PathParam("phone_number_id") String id) {
        return numbers.delete(instance.get(), id);
    }

    @POST
    @Path("{phone_number_id}/prepare_verification")
    public CodeView preparePhoneNumberVerification(@PathParam("phone_number_id") String id) {
        return codes.prepare(instance.get(), IdentifierType.PHONE_NUMBER, id);
    }

    @POST
    @Path("{phone_number_id}/attempt_verification")
    public CodeView attemptPhoneNumberVerification(@PathParam("phone_number_id") String id, Input body) {
        return codes.attempt(instance.get(), IdentifierType.PHONE_NUMBER, id, body);
    }
}
