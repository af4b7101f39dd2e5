package dev.rollcall.message;

import dev.rollcall.channel.Channels;
import dev.rollcall.channel.Fate;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.id.Ids;
import dev.rollcall.instance.Instance;
import dev.rollcall.job.JobService;
import dev.rollcall.job.NewJob;
import dev.rollcall.json.Json;
import dev.rollcall.template.Draft;
import dev.rollcall.template.Medium;
import dev.rollcall.template.MessageText;
import dev.rollcall.template.TextService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * Writes messages. A message is stored with the caller's transaction, and with it the job that delivers it: if
 * the change that it speaks of is undone, it was never written. A development instance without a channel keeps it for its inbox.
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
    private TextService texts;

    @Inject
    private Addressees addressees;

    @Inject
    private Channels channels;

    @Inject
    private JobService jobs;

    @Inject
    private Event<MessageWritten> written;

    /** Writes the e-mail of that template to one address. */
    public void email(Instance instance, String slug, String toAddress, String userId, JsonObject data) {
        write(instance, Medium.EMAIL, slug, toAddress, userId, data);
    }

    /** Writes the text message of that template to one number ({@code +} and digits). */
    public void sms(Instance instance, String slug, String toNumber, String userId, JsonObject data) {
        write(instance, Medium.SMS, slug, toNumber, userId, data);
    }

    /** Writes the message and withholds it: it takes as long as to send one, and nobody gets or hears of it. */
    public void pretend(Instance instance, Medium medium, String slug, String to, String userId, JsonObject data) {
        BlockedCountries.refuse(instance, medium, to);
        written(instance, medium, slug, to, userId, data).message().withhold();
    }

    /** Writes a message that says that it was sent, to try out the channel. */
    public MessageView trial(Instance instance, Medium medium, String to) {
        return announced(instance, medium, "channel_test", to, null, JsonObject.EMPTY_JSON_OBJECT);
    }

    private record Written(Message message, MessageView view) {}

    /**
     * Writes the message of that template. A text message goes to a number ({@code +} and digits) of a country that gets any; with
     * {@code channel: whatsapp} among the data it goes by WhatsApp.
     *
     * @param slug as the Backend API names it, for example {@code verification_code}
     * @param userId null while the person is not a user yet
     * @param data what the template needs beyond what every message has, above all {@code otp_code}
     */
    public void write(Instance instance, Medium medium, String slug, String to, String userId, JsonObject data) {
        BlockedCountries.refuse(instance, medium, to);
        announced(instance, medium, slug, to, userId, data);
    }

    private MessageView announced(
            Instance instance, Medium medium, String slug, String to, String userId, JsonObject data) {
        var view = written(instance, medium, slug, to, userId, data).view();
        written.fire(new MessageWritten(instance, view));
        return view;
    }

    private Written written(Instance instance, Medium medium, String slug, String to, String userId, JsonObject data) {
        var addressee = addressees.find(instance, userId, to);
        var draft = texts.write(instance, medium, slug, to, addressee.user(), data);
        var id = Ids.next(medium.prefix());
        var sealed = sealer.seal(draft.text().toJson(), Message.sealContext(instance.id(), id));
        var message =
                new Message(instance.id(), id, medium, slug, to, userId, addressee.addressId(), sealed, clock.now());
        decide(instance, draft, message);
        rows.add(message);
        return new Written(message, view(message, draft.text()));
    }

    private void decide(Instance instance, Draft draft, Message message) {
        if (TestAddresses.contain(instance, message.recipient())) {
            message.capture();
            return;
        }
        var fate =
                draft.deliveredByUs() ? channels.of(instance, message.medium()).fate() : Fate.HANDED_OVER;
        switch (fate) {
            case CAPTURED -> message.capture();
            case HANDED_OVER -> message.handOver();
            case CARRIED, WAITING -> {
                var payload = Json.createObjectBuilder()
                        .add(MessageDelivery.MESSAGE, message.id())
                        .build();
                var job = jobs.enqueue(
                        instance.id(),
                        NewJob.of(MessageDelivery.TYPE, draft.priority(), payload)
                                .onceFor(message.id()));
                message.queue(job.orElse(null), draft.isUrgent() ? expiry(instance) : null);
            }
        }
    }

    /** A code that has expired is not worth sending. */
    private Instant expiry(Instance instance) {
        return clock.now().plusSeconds(instance.settings().verification().codeLifetimeSeconds());
    }

    static MessageView view(Message message, MessageText text) {
        return switch (message.medium()) {
            case EMAIL -> EmailView.of(message, text);
            case SMS -> SmsView.of(message, text);
        };
    }
}
