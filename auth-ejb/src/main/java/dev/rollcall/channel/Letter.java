package dev.rollcall.channel;

import dev.rollcall.domain.DomainNames;
import java.time.Instant;

/**
 * A message as a channel carries it.
 *
 * @param id the message's, the same in every attempt
 * @param senderName what the recipient's mail program shows as the sender
 * @param from an e-mail address, as the other two with its domain in A-labels; unused by text messages
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

    /** Mail servers know domains in A-labels: SMTP is ASCII, and of other letters a client sends half of their bytes. */
    public Letter {
        from = withALabels(from);
        replyTo = withALabels(replyTo);
        to = withALabels(to);
    }

    private static String withALabels(String address) {
        if (address == null) {
            return null;
        }
        int domain = address.lastIndexOf('@') + 1;
        return DomainNames.ascii(address.substring(domain))
                .filter(name -> domain > 0)
                .map(name -> address.substring(0, domain) + name)
                .orElse(address);
    }

    /** It holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
