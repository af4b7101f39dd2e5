package dev.rollcall.web.platform;

import dev.rollcall.instance.Scope;
import dev.rollcall.job.JobBoard;
import dev.rollcall.job.JobView;
import dev.rollcall.job.QueueView;
import dev.rollcall.page.Paged;
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

/** The background work of the whole server. Not part of Clerk's API. */
@Path("/v1/platform")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    private JobBoard board;

    @Inject
    private CurrentQuery query;

    @GET
    @Path("queue")
    @Needs(Scope.JOBS_READ)
    public QueueView platformGetQueue() {
        return board.queue();
    }

    @GET
    @Path("jobs")
    @Needs(Scope.JOBS_READ)
    public Paged<JobView> platformGetJobs() {
        return board.list(query.get());
    }

    @POST
    @Path("instances/{instance_id}/jobs/{job_id}/replay")
    @Needs(Scope.JOBS_WRITE)
    public JobView platformReplayJob(@PathParam("instance_id") String instanceId, @PathParam("job_id") String jobId) {
        return board.replay(instanceId, jobId);
    }
}
