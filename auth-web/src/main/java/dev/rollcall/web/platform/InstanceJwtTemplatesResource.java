package dev.rollcall.web.platform;

import dev.rollcall.input.Input;
import dev.rollcall.instance.Scope;
import dev.rollcall.page.DeletedView;
import dev.rollcall.token.JwtTemplateView;
import dev.rollcall.token.JwtTemplates;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The templates of tokens that an instance makes for other servers. */
@Path("/v1/platform/applications/{applicationID}/instances/{envOrInsID}/jwt_templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstanceJwtTemplatesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private JwtTemplates templates;

    @GET
    @Needs(Scope.CONFIG_READ)
    public List<JwtTemplateView> platformListJwtTemplates(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment) {
        return templates.all(instance.named(application, environment));
    }

    @POST
    @Needs(Scope.CONFIG_WRITE)
    public JwtTemplateView platformCreateJwtTemplate(
            @PathParam("applicationID") String application, @PathParam("envOrInsID") String environment, Input body) {
        return templates.create(instance.named(application, environment), body);
    }

    @GET
    @Path("{templateID}")
    @Needs(Scope.CONFIG_READ)
    public JwtTemplateView platformGetJwtTemplate(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("templateID") String template) {
        return templates.get(instance.named(application, environment), template);
    }

    @PATCH
    @Path("{templateID}")
    @Needs(Scope.CONFIG_WRITE)
    public JwtTemplateView platformUpdateJwtTemplate(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("templateID") String template,
            Input body) {
        return templates.update(instance.named(application, environment), template, body);
    }

    @DELETE
    @Path("{templateID}")
    @Needs(Scope.CONFIG_WRITE)
    public DeletedView platformDeleteJwtTemplate(
            @PathParam("applicationID") String application,
            @PathParam("envOrInsID") String environment,
            @PathParam("templateID") String template) {
        return templates.delete(instance.named(application, environment), template);
    }
}
