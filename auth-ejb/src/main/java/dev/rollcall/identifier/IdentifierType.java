package dev.rollcall.identifier;

import java.util.Locale;

/** What kind of name an identification is. */
public enum IdentifierType {
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    USERNAME,
    WEB3_WALLET;

    /** The name on the wire, for example {@code email_address}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
