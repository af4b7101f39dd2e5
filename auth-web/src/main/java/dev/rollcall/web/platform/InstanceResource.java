package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationService;
import dev.rollcall.instance.RotatedKeysView;
import dev.rollcall.instance.Scope;
import dev.rollcall.key.KeyRotation;
import dev.rollcall.key.SigningKeyView;
import dev.rollcall.platform.UsageService;
import dev.rollcall.platform.UsageView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentOperator;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The keys and the use of an application's instance, which is named by its id or by its environment. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstanceResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private CurrentOperator operator;

    @Inject
    private ApplicationService applications;

    @Inject
    private KeyRotation keys;

    @Inject
    private UsageService usage;

    @POST
    @Path("rotate_secret_keys")
    @Needs(Scope.KEYS_WRITE)
    public RotatedKeysView platformRotateInstanceSecretKeys(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment, Input body) {
        return applications.rotateSecretKeys(operator.get(), application, environment, body);
    }

    /** Not part of Clerk's API. */
    @GET
    @Path("signing_keys")
    @Needs(Scope.CONFIG_READ)
    public List<SigningKeyView> platformListSigningKeys(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment) {
        return keys.list(instance.named(application, environment));
    }

    /** Not part of Clerk's API. */
    @POST
    @Path("rotate_signing_key")
    @Needs(Scope.KEYS_WRITE)
    public List<SigningKeyView> platformRotateSigningKey(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment, Input body) {
        return keys.rotate(instance.named(application, environment), body);
    }

    @GET
    @Path("usage")
    @Needs(Scope.APPLICATION_USAGE_READ)
    public UsageView platformGetInstanceUsage(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment) {
        return usage.of(instance.named(application, environment), query.get());
    }
}
