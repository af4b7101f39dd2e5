package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.template.TemplatePreview;
import dev.rollcall.template.TemplateService;
import dev.rollcall.template.TemplateView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The words of an instance's e-mails and text messages. */
@Path("/v1/templates/{template_type}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private TemplateService templates;

    @GET
    public Object getTemplateList(@PathParam("template_type") String type) {
        return Listing.of(templates.list(instance.get(), type, query.get()), query.get());
    }

    @GET
    @Path("{slug}")
    public TemplateView getTemplate(@PathParam("template_type") String type, @PathParam("slug") String slug) {
        return templates.get(instance.get(), type, slug);
    }

    @PUT
    @Path("{slug}")
    public TemplateView upsertTemplate(
            @PathParam("template_type") String type, @PathParam("slug") String slug, Input body) {
        return templates.put(instance.get(), type, slug, body);
    }

    @POST
    @Path("{slug}/revert")
    public TemplateView revertTemplate(@PathParam("template_type") String type, @PathParam("slug") String slug) {
        return templates.revert(instance.get(), type, slug);
    }

    @POST
    @Path("{slug}/preview")
    public TemplatePreview previewTemplate(
            @PathParam("template_type") String type, @PathParam("slug") String slug, Input body) {
        return templates.preview(instance.get(), type, slug, body);
    }

    @POST
    @Path("{slug}/toggle_delivery")
    public TemplateView toggleTemplateDelivery(
            @PathParam("template_type") String type, @PathParam("slug") String slug, Input body) {
        return templates.toggleDelivery(instance.get(), type, slug, body);
    }
}
