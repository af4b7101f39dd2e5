package dev.rollcall.web.frontend;

import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.profile.PhoneNumberService;
import dev.rollcall.web.shared.CurrentCaller;
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
import java.util.List;

/** The user's phone numbers. */
@Path("/v1/me/phone_numbers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhoneNumbersResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private PhoneNumberService phoneNumbers;

    @GET
    public List<PhoneNumberView> getPhoneNumbers() {
        return phoneNumbers.list(caller.get());
    }

    @POST
    public PhoneNumberView postPhoneNumbers(Input form) {
        return phoneNumbers.create(caller.get(), form);
    }

    @GET
    @WithClient
    @Path("{phone_number_id}")
    public PhoneNumberView readPhoneNumber(@PathParam("phone_number_id") String id) {
        return phoneNumbers.get(caller.get(), id);
    }

    @PATCH
    @Path("{phone_number_id}")
    public PhoneNumberView updatePhoneNumber(@PathParam("phone_number_id") String id, Input form) {
        return phoneNumbers.update(caller.get(), id, form);
    }

    @DELETE
    @Path("{phone_number_id}")
    public DeletedView deletePhoneNumber(@PathParam("phone_number_id") String id) {
        return phoneNumbers.delete(caller.get(), id);
    }

    @POST
    @Path("{phone_number_id}/prepare_verification")
    public PhoneNumberView sendVerificationSMS(@PathParam("phone_number_id") String id, Input form) {
        return phoneNumbers.prepare(caller.get(), id, form);
    }

    @POST
    @Path("{phone_number_id}/attempt_verification")
    public PhoneNumberView verifyPhoneNumber(@PathParam("phone_number_id") String id, Input form) {
        return phoneNumbers.attempt(caller.get(), id, form);
    }
}
