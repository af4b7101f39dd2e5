package dev.rollcall.web.frontend;

import dev.rollcall.input.Input;
import dev.rollcall.waitlist.JoinedView;
import dev.rollcall.waitlist.WaitlistService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where newcomers queue. */
@Bare
@Path("/v1/waitlist")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaitlistResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private WaitlistService waitlist;

    @POST
    public JoinedView joinWaitlist(Input form) {
        return waitlist.join(caller.get(), form);
    }
}
