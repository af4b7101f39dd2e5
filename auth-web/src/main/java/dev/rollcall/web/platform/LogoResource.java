package dev.rollcall.web.platform;

import dev.rollcall.instance.ApplicationImages;
import dev.rollcall.instance.ApplicationService;
import dev.rollcall.instance.ApplicationView;
import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.Needs;
import dev.rollcall.web.shared.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The logo of an application. */
@Path("/v1/platform/applications/{applicationID}/logo")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LogoResource {

    @Inject
    private ApplicationImages images;

    @Inject
    private ApplicationService applications;

    @POST
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformUploadApplicationLogo(@PathParam("applicationID") String id, Upload image) {
        images.storeLogo(id, image.content());
        return applications.get(id);
    }

    @DELETE
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformDeleteApplicationLogo(@PathParam("applicationID") String id) {
        images.removeLogo(id);
        return applications.get(id);
    }
}
