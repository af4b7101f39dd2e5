package dev.rollcall.web.backend;

import dev.rollcall.backend.EmailAddressAdmin;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.input.Input;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The one e-mail address that a user is to have. */
@Path("/v1/users/{user_id}/email_address")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserEmailAddressResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private EmailAddressAdmin addresses;

    @PUT
    public EmailAddressView replaceUserEmailAddress(@PathParam("user_id") String userId, Input body) {
        return addresses.replace(instance.get(), userId, body);
    }
}
