package dev.rollcall.web.platform;

import dev.rollcall.instance.Scope;
import dev.rollcall.upkeep.ScheduleView;
import dev.rollcall.upkeep.Schedules;
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

/** What the server does over and over, and how far it has come with it. Not part of Clerk's API. */
@Path("/v1/platform/schedules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchedulesResource {

    @Inject
    private Schedules schedules;

    @GET
    @Needs(Scope.JOBS_READ)
    public List<ScheduleView> listSchedules() {
        return schedules.list();
    }

    @POST
    @Path("{name}/run")
    @Needs(Scope.JOBS_WRITE)
    public ScheduleView runSchedule(@PathParam("name") String name) {
        return schedules.runNow(name);
    }
}
