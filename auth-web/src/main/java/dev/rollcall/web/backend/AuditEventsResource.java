package dev.rollcall.web.backend;

import dev.rollcall.web.shared.AuditAnswer;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who did what in an instance, when and from where. Not part of Clerk's API. */
@Path("/v1/audit_events")
@ApplicationScoped
public class AuditEventsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private AuditAnswer answer;

    @GET
    public Response listAuditEvents() {
        return answer.of(Optional.of(instance.get().id()), query.get());
    }
}
