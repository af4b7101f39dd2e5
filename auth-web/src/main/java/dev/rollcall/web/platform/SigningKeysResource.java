package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.key.KeyRotation;
import dev.rollcall.key.SigningKeyView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The keys that an instance signs its tokens with. Not part of Clerk's API. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysResource {

    @Inject
    private InstanceService instances;

    @Inject
    private KeyRotation keys;

    @GET
    @Path("signing_keys")
    public List<SigningKeyView> platformListSigningKeys(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String instance) {
        return keys.list(instances.named(application, instance));
    }

    @POST
    @Path("rotate_signing_key")
    public List<SigningKeyView> platformRotateSigningKey(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String instance, Input body) {
        return keys.rotate(instances.named(application, instance), body);
    }
}
