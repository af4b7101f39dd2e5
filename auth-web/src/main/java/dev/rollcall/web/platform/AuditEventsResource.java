package dev.rollcall.web.platform;

import dev.rollcall.instance.Scope;
import dev.rollcall.web.shared.AuditAnswer;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Who did what on this server, in all instances and above them. Not part of Clerk's API. */
@Path("/v1/platform/audit_events")
@ApplicationScoped
public class AuditEventsResource {

    @Inject
    private CurrentQuery query;

    @Inject
    private AuditAnswer answer;

    @GET
    @Needs(Scope.AUDIT_READ)
    public Response platformListAuditEvents() {
        return answer.of(Optional.empty(), query.get());
    }
}
