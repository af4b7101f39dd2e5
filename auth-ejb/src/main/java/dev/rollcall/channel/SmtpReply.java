package dev.rollcall.channel;

import dev.rollcall.outbound.OutboundFailure;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a mail server meant by refusing. What it says of a recipient or of the letter itself is that letter's affair; what it says of the
 * connection, of us and of the sender concerns all letters (RFC 5321, 4.2 and 4.3.2). Its own words name addresses, so only the numbers are
 * kept.
 *
 * @param step what it answered to
 * @param code 0 where it did not answer
 */
record SmtpReply(Step step, int code, String reason) {

    /** The part of the conversation that failed. */
    enum Step {
        /** Everything before a letter is offered, and the sender. */
        SESSION,
        RCPT,
        DATA
    }

    private static final Pattern REPLY = Pattern.compile("^\\s*([245]\\d\\d)[ -]?([245]\\.\\d{1,3}\\.\\d{1,3})?");
    /** "Closing", "authenticate first" and their like are about us, whatever they answer to. */
    private static final Set<Integer> ABOUT_US = Set.of(421, 530, 534, 535, 538);

    static SmtpReply of(MessagingException failure) {
        var said = new SmtpReply(Step.SESSION, 0, "the mail server did not answer as it should");
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof OutboundFailure refused) {
                return new SmtpReply(Step.SESSION, 0, refused.getMessage());
            }
            if (cause instanceof SSLException) {
                said = unanswered("TLS with the mail server failed: its certificate may not fit its name");
            } else if (cause instanceof SocketTimeoutException) {
                said = unanswered("the mail server did not answer in time");
            } else if (cause instanceof ConnectException) {
                said = unanswered("the mail server takes no connection");
            }
            var reply = REPLY.matcher(Optional.ofNullable(cause.getMessage()).orElse(""));
            if (reply.find()) {
                var step = step(cause);
                return new SmtpReply(
                        step,
                        Integer.parseInt(reply.group(1)),
                        "the mail server answered " + reply.group(1)
                                + (reply.group(2) == null ? "" : " " + reply.group(2))
                                + (step == Step.SESSION ? "" : " to " + step));
            }
        }
        return said;
    }

    /** What becomes of the letter; {@link ChannelTrouble} where the answer is not about it. */
    Receipt receipt() {
        if (step == Step.SESSION || ABOUT_US.contains(code)) {
            throw new ChannelTrouble(reason);
        }
        return code >= 500 ? new Receipt.Refused(reason) : new Receipt.Later(reason);
    }

    private static SmtpReply unanswered(String reason) {
        return new SmtpReply(Step.SESSION, 0, reason);
    }

    private static Step step(Throwable cause) {
        var command = MailLibrary.command(cause).orElse("").strip();
        if (command.startsWith("RCPT")) {
            return Step.RCPT;
        }
        return command.startsWith("DATA") || command.equals(".") ? Step.DATA : Step.SESSION;
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
