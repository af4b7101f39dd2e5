package dev.rollcall.web.backend;

import dev.rollcall.backend.UserDeviceAdmin;
import dev.rollcall.device.TrustedDeviceView;
import dev.rollcall.page.Paged;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The trusted devices of an instance's users. */
@Path("/v1/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserTrustedDevicesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private UserDeviceAdmin devices;

    @GET
    @Path("{user_id}/trusted_devices")
    public Paged<TrustedDeviceView> listUserTrustedDevices(@PathParam("user_id") String userId) {
        return devices.list(instance.get(), userId);
    }

    @DELETE
    @Path("{user_id}/trusted_devices/{trusted_device_id}")
    public TrustedDeviceView revokeUserTrustedDevice(
            @PathParam("user_id") String userId, @PathParam("trusted_device_id") String id) {
        return devices.revoke(instance.get(), userId, id);
    }
}
