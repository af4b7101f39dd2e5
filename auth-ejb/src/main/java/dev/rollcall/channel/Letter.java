package dev.rollcall.channel;

import dev.rollcall.domain.DomainNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

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

    /**
     * Whether each address is one that can be written to a mail server: one line, at a domain that the DNS can have. A phone number is one,
     * too.
     */
    public boolean isAddressed() {
        return Stream.of(from, replyTo, to).filter(Objects::nonNull).allMatch(Letter::isAddress);
    }

    /** Whether a mail server has to know SMTPUTF8 (RFC 6531) to take it, because a local part is beyond ASCII. */
    boolean isInternational() {
        return Stream.of(from, replyTo, to)
                .filter(Objects::nonNull)
                .anyMatch(address -> !StandardCharsets.US_ASCII.newEncoder().canEncode(address));
    }

    private static boolean isAddress(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1);
        return address.codePoints().noneMatch(Character::isISOControl)
                && StandardCharsets.US_ASCII.newEncoder().canEncode(domain);
    }

    /** It holds codes: it never prints itself. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
