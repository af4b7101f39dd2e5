package dev.rollcall.message;

import dev.rollcall.channel.Channels;
import dev.rollcall.channel.Fate;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.template.Medium;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Lets an instance try out its channel. */
@Stateless
public class TrialService {

    @Inject
    private Channels channels;

    @Inject
    private Messages messages;

    /** Sends a message that says that it was sent; what becomes of it shows in the message. */
    public MessageView test(Instance instance, String mediumName, Input body) {
        var medium = Medium.ofWire(mediumName);
        var field = medium == Medium.EMAIL ? "to_email_address" : "to_phone_number";
        var to = Recipients.checked(medium, field, body.only(Set.of(field)).required(field));
        var fate = channels.of(instance, medium).fate();
        if (fate == Fate.CAPTURED || fate == Fate.HANDED_OVER) {
            throw MessageProblem.CHANNEL_NOT_TESTABLE.refusal();
        }
        return messages.trial(instance, medium, to);
    }
}
