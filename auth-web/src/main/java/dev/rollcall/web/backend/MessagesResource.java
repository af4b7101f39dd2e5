package dev.rollcall.web.backend;

import dev.rollcall.message.MessageAdmin;
import dev.rollcall.message.MessageView;
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

/** The messages that an instance has written: for tests, and for operators who look for one that did not arrive. Not part of Clerk's API. */
@Path("/v1/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private MessageAdmin messages;

    @GET
    public Paged<MessageView> getMessages() {
        return messages.list(instance.get(), query.get());
    }

    @GET
    @Path("{message_id}")
    public MessageView getMessage(@PathParam("message_id") String messageId) {
        return messages.get(instance.get(), messageId);
    }

    @POST
    @Path("{message_id}/replay")
    public MessageView replayMessage(@PathParam("message_id") String messageId) {
        return messages.replay(instance.get(), messageId);
    }
}
