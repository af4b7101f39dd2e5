package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.DeletedView;
import dev.rollcall.token.JwtTemplateView;
import dev.rollcall.token.JwtTemplates;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
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

/** The templates of tokens that other servers read. */
@Path("/v1/jwt_templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JwtTemplatesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private JwtTemplates templates;

    @GET
    public Object listJwtTemplates() {
        return Listing.of(templates.list(instance.get(), query.get()), query.get());
    }

    @POST
    public JwtTemplateView createJwtTemplate(Input body) {
        return templates.create(instance.get(), body);
    }

    @GET
    @Path("{template_id}")
    public JwtTemplateView getJwtTemplate(@PathParam("template_id") String id) {
        return templates.get(instance.get(), id);
    }

    @PATCH
    @Path("{template_id}")
    public JwtTemplateView updateJwtTemplate(@PathParam("template_id") String id, Input body) {
        return templates.update(instance.get(), id, body);
    }

    @DELETE
    @Path("{template_id}")
    public DeletedView deleteJwtTemplate(@PathParam("template_id") String id) {
        return templates.delete(instance.get(), id);
    }
}
