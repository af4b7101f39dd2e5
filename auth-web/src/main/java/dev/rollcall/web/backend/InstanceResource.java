package dev.rollcall.web.backend;

import dev.rollcall.backend.InstanceAdmin;
import dev.rollcall.backend.InstanceAnswers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.DomainChange;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The instance's own settings. */
@Path("/v1/instance")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstanceResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private InstanceAdmin settings;

    @Inject
    private DomainChange domains;

    @GET
    public InstanceAnswers.Details getInstance() {
        return settings.get(instance.get());
    }

    @PATCH
    public Response updateInstance(Input body) {
        settings.update(instance.get(), body);
        return Response.noContent().build();
    }

    @PATCH
    @Path("restrictions")
    public InstanceAnswers.Restrictions updateInstanceRestrictions(Input body) {
        return settings.updateRestrictions(instance.get(), body);
    }

    @GET
    @Path("protect")
    public InstanceAnswers.Protect getInstanceProtect() {
        return settings.protect();
    }

    @PATCH
    @Path("protect")
    public InstanceAnswers.Protect updateInstanceProtect(Input body) {
        return settings.updateProtect(body);
    }

    @GET
    @Path("communication")
    public InstanceAnswers.Communication getInstanceCommunication() {
        return settings.communication(instance.get());
    }

    @PATCH
    @Path("communication")
    public InstanceAnswers.Communication updateInstanceCommunication(Input body) {
        return settings.updateCommunication(instance.get(), body);
    }

    @GET
    @Path("oauth_application_settings")
    public InstanceAnswers.OauthApplications getInstanceOAuthApplicationSettings() {
        return settings.oauthApplications(instance.get());
    }

    @PATCH
    @Path("oauth_application_settings")
    public InstanceAnswers.OauthApplications updateInstanceOAuthApplicationSettings(Input body) {
        return settings.updateOauthApplications(instance.get(), body);
    }

    @GET
    @Path("organization_settings")
    public InstanceAnswers.Organizations getInstanceOrganizationSettings() {
        return settings.organizations(instance.get());
    }

    @PATCH
    @Path("organization_settings")
    public InstanceAnswers.Organizations updateInstanceOrganizationSettings(Input body) {
        return settings.updateOrganizations(instance.get(), body);
    }

    @POST
    @Path("change_domain")
    public Response changeProductionInstanceDomain(Input body) {
        domains.change(instance.get(), body);
        return Response.accepted().build();
    }
}
