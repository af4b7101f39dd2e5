package dev.rollcall.channel;

import dev.rollcall.outbound.Reach;
import jakarta.json.JsonObject;

/**
 * How an SMTP server is reached.
 *
 * @param username null where the server asks for none
 * @param certificates PEM: whom to trust instead of the public authorities; null for these
 */
record SmtpSettings(
        String host,
        int port,
        Security security,
        String username,
        String password,
        String from,
        String certificates,
        Reach reach) {

    /** How the connection is protected. */
    enum Security {
        /** In the clear, then TLS or nothing. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** In the clear. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    static SmtpSettings of(JsonObject fields, Reach reach) {
        var security = Security.valueOf(fields.getString("security", "starttls").toUpperCase(java.util.Locale.ROOT));
        return new SmtpSettings(
                fields.getString("host"),
                fields.getInt("port", security.port),
                security,
                fields.getString("username", null),
                fields.getString("password", null),
                fields.getString("from_email_address", null),
                fields.getString("ca_certificates", null),
                reach);
    }

    /** It holds a password: it never prints itself. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + "]";
    }
}
