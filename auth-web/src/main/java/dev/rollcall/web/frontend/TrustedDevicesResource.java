package dev.rollcall.web.frontend;

import dev.rollcall.device.DeviceChallengeView;
import dev.rollcall.device.TrustedDeviceView;
import dev.rollcall.input.Input;
import dev.rollcall.profile.TrustedDeviceService;
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

/** The user's trusted devices. */
@Path("/v1/me/trusted_devices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TrustedDevicesResource {

    @Inject
    private CurrentCaller caller;

    @Inject
    private TrustedDeviceService devices;

    /** An array, because a list would go out bare. */
    @GET
    @WithClient
    public TrustedDeviceView[] listTrustedDevices() {
        return devices.list(caller.get()).toArray(TrustedDeviceView[]::new);
    }

    @POST
    @Path("prepare")
    public DeviceChallengeView prepareTrustedDevice(Input form) {
        return devices.prepare(caller.get(), form);
    }

    @POST
    @Path("attempt")
    public TrustedDeviceView attemptTrustedDevice(Input form) {
        return devices.attempt(caller.get(), form);
    }

    @DELETE
    @Path("{trusted_device_id}")
    public TrustedDeviceView revokeTrustedDevice(@PathParam("trusted_device_id") String id) {
        return devices.revoke(caller.get(), id);
    }
}
