package dev.rollcall.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Carries e-mail to an SMTP server: STARTTLS or TLS, with a password or without. */
record SmtpChannel(SmtpSettings settings, SmtpSessions sessions, SmtpThreads threads) implements Carrier {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public String destination() {
        return settings.host() + ":" + settings.port();
    }

    @Override
    public String from() {
        return settings.from();
    }

    @Override
    public CompletionStage<Receipt> carry(Letter letter) {
        return threads.run(() -> send(letter));
    }

    private Receipt send(Letter letter) {
        var session = sessions.of(settings, letter.isInternational());
        MimeMessage mail;
        try {
            mail = mail(session, letter);
        } catch (MessagingException e) {
            return new Receipt.Refused("no mail can be made of the letter");
        }
        try (var transport = session.getTransport("smtp")) {
            transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
            if (letter.isInternational() && !MailLibrary.supports(transport, "SMTPUTF8")) {
                // the low byte of each letter would go out: somebody else's address
                return new Receipt.Refused("the mail server takes no addresses beyond ASCII (SMTPUTF8)");
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Receipt.Taken();
        } catch (AuthenticationFailedException e) {
            throw new ChannelTrouble("the mail server did not accept the user name and password");
        } catch (MessagingException e) {
            return SmtpReply.of(e).receipt();
        }
    }

    private static MimeMessage mail(Session session, Letter letter) throws MessagingException {
        var mail = new NamedMail(session, letter);
        try {
            mail.setFrom(new InternetAddress(letter.from(), oneLine(letter.senderName()), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        if (letter.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo(), true)});
        }
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(oneLine(letter.subject()), UTF_8);
        mail.setHeader("Date", DATE.format(letter.writtenAt()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is answered to us
        var plain = new MimeBodyPart();
        plain.setText(letter.plain(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        mail.saveChanges();
        return mail;
    }

    /** What a header may have: with a line break in it, whoever chose its text would write further headers. */
    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** A mail whose id is that of the message in every attempt, so that a second copy can be told. */
    private static final class NamedMail extends MimeMessage {

        private final Letter letter;

        NamedMail(Session session, Letter letter) {
            super(session);
            this.letter = letter;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            var domain = letter.from().substring(letter.from().lastIndexOf('@') + 1);
            setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
        }
    }
}
