package dev.rollcall.verification;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;

/** The way that a code goes to a phone: {@code sms} or {@code whatsapp}. */
public final class PhoneChannel {

    private static final String USUAL = "sms";

    private PhoneChannel() {}

    /** The channel that a request names, if the instance has it; without a name text messages, or else the first one it has. */
    public static String wanted(Instance instance, Input form) {
        var channels = instance.settings().communication().phoneCodeChannels();
        var named = form.text("channel");
        if (named.isPresent() && !channels.contains(named.get())) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("channel")
                    .saying("This instance sends no codes by that channel.");
        }
        return named.orElse(channels.isEmpty() || channels.contains(USUAL) ? USUAL : channels.get(0));
    }
}
