package dev.rollcall.web.backend;

import dev.rollcall.message.MessageView;
import dev.rollcall.message.Messages;
import dev.rollcall.page.Paged;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The e-mails that an instance has written, for tests and for apps that deliver by themselves. Not part of Clerk's API. */
@Path("/v1/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private Messages messages;

    /** Newest first; {@code to_email_address}, {@code limit} and {@code offset} narrow the list. */
    @GET
    public Paged<MessageView> getMessages() {
        return messages.list(instance.get(), query.get());
    }
}
