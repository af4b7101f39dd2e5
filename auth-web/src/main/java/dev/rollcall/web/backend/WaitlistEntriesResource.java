package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.input.InputList;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Paged;
import dev.rollcall.waitlist.WaitlistEntries;
import dev.rollcall.waitlist.WaitlistEntryView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who would like to sign up. */
@Path("/v1/waitlist_entries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaitlistEntriesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private WaitlistEntries entries;

    @GET
    public Paged<WaitlistEntryView> listWaitlistEntries() {
        return entries.list(instance.get(), query.get());
    }

    @POST
    public WaitlistEntryView createWaitlistEntry(Input body) {
        return entries.create(instance.get(), body);
    }

    @POST
    @Path("bulk")
    public List<WaitlistEntryView> createBulkWaitlistEntries(InputList body) {
        return entries.createAll(instance.get(), body.items());
    }

    @DELETE
    @Path("{waitlist_entry_id}")
    public DeletedView deleteWaitlistEntry(@PathParam("waitlist_entry_id") String id) {
        return entries.delete(instance.get(), id);
    }

    @POST
    @Path("{waitlist_entry_id}/invite")
    public WaitlistEntryView inviteWaitlistEntry(@PathParam("waitlist_entry_id") String id, Input body) {
        return entries.invite(instance.get(), id, body);
    }

    @POST
    @Path("{waitlist_entry_id}/reject")
    public WaitlistEntryView rejectWaitlistEntry(@PathParam("waitlist_entry_id") String id) {
        return entries.reject(instance.get(), id);
    }
}
