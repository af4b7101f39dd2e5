package dev.rollcall.channel;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.page.DeletedView;
import dev.rollcall.template.Medium;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Lets an instance choose the way that its messages go. */
@Stateless
public class ChannelService {

    @Inject
    private AuditLog audit;

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private Sealer sealer;

    @Inject
    private ServerChannels server;

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
                .orElseGet(() -> rows.add(new ChannelRow(instance.id(), medium, clock.real())));
        var secrets = form.secrets();
        var sealed = secrets.isEmpty()
                ? null
                : sealer.seal(secrets.toString(), ChannelRow.sealContext(instance.id(), medium));
        row.set(form.kind(), form.settings(), sealed, clock.real());
        var kind = Json.createObjectBuilder().add("kind", form.kind().wire());
        audit.record(
                instance.id(),
                AuditAct.of("message_channel.set", "message_channel", medium.wire())
                        .changing(null, kind.build()));
        return ChannelView.of(medium, row);
    }

    /** Back to what is usual. */
    public DeletedView delete(Instance instance, String mediumName) {
        var medium = Medium.ofWire(mediumName);
        rows.lock(ChannelRow.class, instance.id(), medium.wire()).ifPresent(rows::remove);
        audit.record(instance.id(), AuditAct.of("message_channel.reset", "message_channel", medium.wire()));
        return DeletedView.of("message_channel", medium.wire());
    }

    private String usual(Instance instance, Medium medium) {
        return instance.isDevelopment()
                ? ChannelKind.INBOX.wire()
                : server.of(medium).map(given -> given.kind().wire()).orElse("none");
    }
}
