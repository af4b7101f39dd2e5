package dev.rollcall.channel;

import dev.rollcall.outbound.OutboundFailure;
import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a mail server meant by refusing. Its own words name addresses, so only the numbers are kept.
 *
 * @param code 0 where it did not answer
 */
record SmtpReply(int code, String reason) {

    private static final Pattern REPLY = Pattern.compile("^\\s*([245]\\d\\d)[ -]?([245]\\.\\d{1,3}\\.\\d{1,3})?");

    /** "Authenticate first" and its like say something of us and nothing of the letter. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    static SmtpReply of(MessagingException failure) {
        var said = new SmtpReply(0, "the mail server did not answer as it should");
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof OutboundFailure refused) {
                return new SmtpReply(0, refused.getMessage());
            }
            if (cause instanceof SSLException) {
                said = new SmtpReply(0, "TLS with the mail server failed: its certificate may not fit its name");
            } else if (cause instanceof java.net.SocketTimeoutException) {
                said = new SmtpReply(0, "the mail server did not answer in time");
            } else if (cause instanceof java.net.ConnectException) {
                said = new SmtpReply(0, "the mail server takes no connection");
            }
            var reply = REPLY.matcher(cause.getMessage() == null ? "" : cause.getMessage());
            if (reply.find()) {
                var detail = reply.group(2) == null ? "" : " " + reply.group(2);
                return new SmtpReply(
                        Integer.parseInt(reply.group(1)), "the mail server answered " + reply.group(1) + detail);
            }
        }
        return said;
    }

    /** A letter refused for good; anything else is trouble. */
    Receipt receipt() {
        if (code >= 500 && !ABOUT_US.contains(code)) {
            return new Receipt.Refused(reason);
        }
        throw new ChannelTrouble(reason);
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
