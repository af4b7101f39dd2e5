package dev.rollcall.message;

import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.data.Scoped;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * Writes e-mails and shows those written. A message is stored with the caller's transaction: if the change that it speaks of is
 * undone, it was never written. A development instance keeps it for its inbox; that of a production instance waits for a channel.
 */
@Stateless
public class Messages {

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Templates templates;

    @Inject
    private MessageData about;

    @Inject
    private Addressees addressees;

    @Inject
    private Event<MessageWritten> written;

    /**
     * Writes the e-mail of that template to one address.
     *
     * @param slug {@code verification_code} or {@code reset_password_code}
     * @param userId null while the person is not a user yet
     * @param data what the template needs beyond the application's name, above all {@code otp_code}
     */
    public void email(Instance instance, String slug, String toAddress, String userId, JsonObject data) {
        var addressee = addressees.find(instance, userId, toAddress);
        var values = about.of(instance, toAddress, Medium.EMAIL, addressee, data);
        var text = templates.write(MessageTemplate.of(slug), values);
        var id = Ids.next(Prefix.EMAIL);
        var sealed = sealer.seal(text.toJson(), Message.sealContext(instance.id(), id));
        var message = new Message(
                instance.id(), id, Medium.EMAIL, slug, toAddress, userId, addressee.addressId(), sealed, clock.now());
        if (instance.isDevelopment()) {
            message.capture();
        } else {
            message.queue(null, null);
        }
        rows.add(message);
        written.fire(new MessageWritten(instance, view(message, text)));
    }

    /** The messages of the instance, newest first, optionally those to one {@code to_email_address}. */
    public Paged<MessageView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var data = wanted(instance, query)
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset())
                .list()
                .stream()
                .map(this::open)
                .toList();
        return new Paged<>(data, wanted(instance, query).count());
    }

    private Scoped<Message> wanted(Instance instance, Input query) {
        var messages = rows.of(Message.class, instance.id());
        query.text("to_email_address").ifPresent(a -> messages.where("lower(e.recipient) = :recipient")
                .with("recipient", a.toLowerCase(Locale.ROOT)));
        return messages;
    }

    private MessageView open(Message message) {
        return view(message, MessageText.of(sealer.open(message.sealed(), message.sealContext())));
    }

    private static MessageView view(Message message, MessageText text) {
        return switch (message.medium()) {
            case EMAIL -> EmailView.of(message, text);
            case SMS -> SmsView.of(message, text);
        };
    }
}
