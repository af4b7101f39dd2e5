package dev.rollcall.channel;

import java.time.Instant;

/**
 * A message as a channel carries it.
 *
 * @param id the message's, the same in every attempt
 * @param senderName what the recipient's mail program shows as the sender
 * @param from an e-mail address; unused by text messages
 * @param replyTo an e-mail address, or null
 * @param html null in a text message
 * @param whatsapp whether a text message goes by WhatsApp
 */
public record Letter(
        String id,
        String senderName,
        String from,
        String replyTo,
        String to,
        String subject,
        String html,
        String plain,
        Instant writtenAt,
        boolean whatsapp) {

    /** It holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
