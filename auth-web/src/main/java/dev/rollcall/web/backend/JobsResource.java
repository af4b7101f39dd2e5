package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.job.JobAdmin;
import dev.rollcall.job.JobCountView;
import dev.rollcall.job.JobView;
import dev.rollcall.page.Paged;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The background work of an instance. Not part of Clerk's API. */
@Path("/v1/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private JobAdmin jobs;

    @GET
    public Paged<JobView> getJobs() {
        return jobs.list(instance.get(), query.get());
    }

    @GET
    @Path("{job_id}")
    public JobView getJob(@PathParam("job_id") String jobId) {
        return jobs.get(instance.get(), jobId);
    }

    @POST
    @Path("{job_id}/replay")
    public JobView replayJob(@PathParam("job_id") String jobId) {
        return jobs.replay(instance.get(), jobId);
    }

    @POST
    @Path("{job_id}/cancel")
    public JobView cancelJob(@PathParam("job_id") String jobId) {
        return jobs.cancel(instance.get(), jobId);
    }

    @POST
    @Path("replay")
    public JobCountView replayJobs(Input body) {
        return jobs.replayAll(instance.get(), body);
    }

    @POST
    @Path("cancel")
    public JobCountView cancelJobs(Input body) {
        return jobs.cancelAll(instance.get(), body);
    }
}
