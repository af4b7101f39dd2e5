package dev.rollcall.channel;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Rows;
import dev.rollcall.input.JsonText;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.outbound.Outbound;
import dev.rollcall.outbound.Reach;
import dev.rollcall.template.Medium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Knows which way an instance's messages go: its own channel; else the inbox in development, even where the server has channels; else
 * the server's.
 */
@ApplicationScoped
public class Channels {

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private ServerChannels server;

    @Inject
    private Outbound outbound;

    @Inject
    private SmtpSessions sessions;

    @Inject
    private SmtpThreads threads;

    /** The way that they go now. */
    public Way of(Instance instance, Medium medium) {
        var own = rows.find(ChannelRow.class, instance.id(), medium.wire());
        if (own.isPresent()) {
            return new Way(
                    medium,
                    channel(own.get().kind(), fields(instance, medium, own.get()), Reach.of(instance)),
                    instance.id());
        }
        if (instance.isDevelopment()) {
            return new Way(medium, new InboxChannel(), null);
        }
        var given = server.of(medium).map(g -> channel(g.kind(), g.fields(), Reach.ANYWHERE));
        return new Way(medium, given.orElseGet(NoChannel::new), null);
    }

    private Channel channel(ChannelKind kind, JsonObject fields, Reach reach) {
        return switch (kind) {
            case SMTP -> new SmtpChannel(SmtpSettings.of(fields, reach), sessions, threads);
            case SENDGRID -> SendGridChannel.of(fields, reach, outbound);
            case TWILIO -> TwilioChannel.of(fields, reach, outbound);
            case INBOX -> new InboxChannel();
            case WEBHOOK -> new WebhookChannel();
        };
    }

    private JsonObject fields(Instance instance, Medium medium, ChannelRow row) {
        if (row.sealed() == null) {
            return row.settings();
        }
        var secrets = sealer.open(row.sealed(), ChannelRow.sealContext(instance.id(), medium));
        var all = Json.createObjectBuilder(row.settings());
        JsonText.object(secrets).orElseThrow().forEach(all::add);
        return all.build();
    }
}
