package dev.rollcall.web.frontend;

import dev.rollcall.device.TrustedDeviceValidationView;
import dev.rollcall.input.Input;
import dev.rollcall.profile.TrustedDeviceService;
import dev.rollcall.web.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a native app asks of its trusted device before anybody is signed in. */
@Path("/v1/client/trusted_devices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrustedDeviceValidationResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private TrustedDeviceService devices;

    @POST
    @Path("validate")
    public TrustedDeviceValidationView validateTrustedDevice(Input form) {
        return devices.validate(caller.get(), form);
    }
}
