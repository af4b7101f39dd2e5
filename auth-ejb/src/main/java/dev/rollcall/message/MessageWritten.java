package dev.rollcall.message;

import dev.rollcall.instance.Instance;

/**
 * A message was written. Fired in the transaction that writes it, in both delivery modes: what the app's server may have to deliver by
 * itself is {@link MessageView#payload()}, with the code in it.
 */
public record MessageWritten(Instance instance, MessageView message) {

    /** A message holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "MessageWritten[" + message.id() + "]";
    }
}
