package dev.rollcall.web.backend;

import dev.rollcall.backend.PhoneNumberAdmin;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The one phone number that a user is to have. */
@Path("/v1/users/{user_id}/phone_number")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserPhoneNumberResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private PhoneNumberAdmin numbers;

    @PUT
    public PhoneNumberView replaceUserPhoneNumber(@PathParam("user_id") String userId, Input body) {
        return numbers.replace(instance.get(), userId, body);
    }
}
