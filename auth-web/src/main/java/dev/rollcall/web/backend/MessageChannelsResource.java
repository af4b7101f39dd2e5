package dev.rollcall.web.backend;

import dev.rollcall.channel.ChannelService;
import dev.rollcall.channel.ChannelView;
import dev.rollcall.input.Input;
import dev.rollcall.message.MessageView;
import dev.rollcall.message.TrialService;
import dev.rollcall.page.DeletedView;
import dev.rollcall.web.shared.CurrentInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The way that an instance's messages go; the medium is {@code email} or {@code sms}. Not part of Clerk's API. */
@Path("/v1/message_channels/{medium}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageChannelsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private ChannelService channels;

    @Inject
    private TrialService trial;

    @GET
    public ChannelView getMessageChannel(@PathParam("medium") String medium) {
        return channels.get(instance.get(), medium);
    }

    @PUT
    public ChannelView putMessageChannel(@PathParam("medium") String medium, Input body) {
        return channels.put(instance.get(), medium, body);
    }

    @DELETE
    public DeletedView deleteMessageChannel(@PathParam("medium") String medium) {
        return channels.delete(instance.get(), medium);
    }

    @POST
    @Path("test")
    public MessageView testMessageChannel(@PathParam("medium") String medium, Input body) {
        return trial.test(instance.get(), medium, body);
    }
}
