package dev.rollcall.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.channel.SmtpSettings.Security;
import dev.rollcall.outbound.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;

/** What the mail library needs to know of a server, made once for each. */
@ApplicationScoped
class SmtpSessions {

    static final Duration DEADLINE = Duration.ofSeconds(25);
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "15000";

    /** @param international whether letters have addresses beyond ASCII, for which the server is asked only then */
    private record Key(SmtpSettings settings, boolean international) {}

    private final Cache<Key, Session> sessions = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Inject
    private Addresses addresses;

    Session of(SmtpSettings settings, boolean international) {
        return sessions.get(new Key(settings, international), this::session);
    }

    private Session session(Key key) {
        var settings = key.settings;
        try {
            var tls = Trust.in(settings.certificates());
            boolean implicit = settings.security() == Security.TLS;
            var sockets = new MailSockets(() -> new MailSocket(
                    settings.host(),
                    () -> addresses.of(settings.host(), settings.reach()),
                    implicit ? tls : null,
                    DEADLINE));
            var properties = new Properties();
            properties.put("mail.smtp.socketFactory", sockets);
            properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory()); // for STARTTLS
            properties.setProperty("mail.smtp.socketFactory.fallback", "false");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            properties.setProperty("mail.smtp.starttls.enable", on(settings.security() == Security.STARTTLS));
            properties.setProperty("mail.smtp.starttls.required", on(settings.security() == Security.STARTTLS));
            properties.setProperty(
                    "mail.mime.allowutf8", on(key.international)); // MAIL … SMTPUTF8, where it is offered
            properties.setProperty("mail.smtp.auth", on(settings.username() != null));
            properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
            properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
            properties.setProperty("mail.smtp.quitwait", "false");
            return Session.getInstance(properties);
        } catch (GeneralSecurityException | IOException e) {
            throw new ChannelTrouble("its certificates cannot be read");
        }
    }

    private static String on(boolean condition) {
        return Boolean.toString(condition);
    }
}
