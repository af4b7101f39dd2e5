package dev.rollcall.message;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Lets an instance choose the way that its messages go. */
@Stateless
public class ChannelService {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private ServerChannels server;

    @Inject
    private Channels channels;

    @Inject
    private Messages messages;

    @Inject
    private ChannelHealth health;

    public ChannelView get(Instance instance, String mediumName) {
        var medium = Medium.ofWire(mediumName);
        return rows.find(ChannelRow.class, instance.id(), medium.wire())
                .map(row -> ChannelView.of(medium, row))
                .orElseGet(() -> ChannelView.byDefault(medium, usual(instance, medium), health.isOpen(medium)));
    }

    /** Sets the channel as a whole, its secrets included. What is queued goes this way too. */
    public ChannelView put(Instance instance, String mediumName, Input body) {
        var medium = Medium.ofWire(mediumName);
        var form = ChannelForm.of(instance, medium, body);
        var row = rows.lock(ChannelRow.class, instance.id(), medium.wire())
                .orElseGet(() -> rows.add(new ChannelRow(instance.id(), medium, clock.now())));
        var secrets = form.secrets();
        var sealed = secrets.isEmpty()
                ? null
                : sealer.seal(secrets.toString(), ChannelRow.sealContext(instance.id(), medium));
        row.set(form.kind(), form.settings(), sealed, clock.now());
        return ChannelView.of(medium, row);
    }

    /** Back to what is usual. */
    public DeletedView delete(Instance instance, String mediumName) {
        var medium = Medium.ofWire(mediumName);
        rows.lock(ChannelRow.class, instance.id(), medium.wire()).ifPresent(rows::remove);
        return DeletedView.of("message_channel", medium.wire());
    }

    /** Sends a message that says that it was sent; what becomes of it shows in the message. */
    public MessageView test(Instance instance, String mediumName, Input body) {
        var medium = Medium.ofWire(mediumName);
        var field = medium == Medium.EMAIL ? "to_email_address" : "to_phone_number";
        var to = Recipients.checked(medium, field, body.only(Set.of(field)).required(field));
        if (channels.of(instance, medium).channel().atFirst() != MessageStatus.QUEUED) {
            throw MessageProblem.CHANNEL_NOT_TESTABLE.refusal();
        }
        return messages.trial(instance, medium, to);
    }

    private String usual(Instance instance, Medium medium) {
        return instance.isDevelopment()
                ? ChannelKind.INBOX.wire()
                : server.of(medium).map(given -> given.kind().wire()).orElse("none");
    }
}
