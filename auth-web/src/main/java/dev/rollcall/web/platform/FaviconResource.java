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

/** The favicon of an application. */
@Path("/v1/platform/applications/{applicationID}/favicon")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FaviconResource {

    @Inject
    private ApplicationImages images;

    @Inject
    private ApplicationService applications;

    @POST
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformUploadApplicationFavicon(@PathParam("applicationID") String id, Upload image) {
        images.storeFavicon(id, image.content());
        return applications.get(id);
    }

    @DELETE
    @Needs(Scope.APPLICATIONS_WRITE)
    public ApplicationView platformDeleteApplicationFavicon(@PathParam("applicationID") String id) {
        images.removeFavicon(id);
        return applications.get(id);
    }
}
