package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.instance.TestClockService;
import dev.rollcall.instance.TestClockView;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The test clock of a development instance, which moves its time. Not part of Clerk's API. */
@Path("/v1/test_clocks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TestClocksResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private TestClockService clocks;

    @GET
    public Paged<TestClockView> listTestClocks() {
        return clocks.list(instance.get());
    }

    @POST
    public TestClockView createTestClock(Input body) {
        return clocks.create(instance.get(), body);
    }

    @GET
    @Path("{test_clock_id}")
    public TestClockView getTestClock(@PathParam("test_clock_id") String id) {
        return clocks.get(instance.get(), id);
    }

    @DELETE
    @Path("{test_clock_id}")
    public DeletedView deleteTestClock(@PathParam("test_clock_id") String id) {
        return clocks.delete(instance.get(), id);
    }

    @POST
    @Path("{test_clock_id}/advance")
    public TestClockView advanceTestClock(@PathParam("test_clock_id") String id, Input body) {
        return clocks.advance(instance.get(), id, body);
    }
}
