package dev.rollcall.identifier;

import dev.rollcall.instance.InstanceSettings.Attributes;
import java.util.Locale;

/** What kind of name an identification is. */
public enum IdentifierType {
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    USERNAME,
    WEB3_WALLET;

    /** Whether people of an instance with these attributes sign in by such a name. */
    public boolean namesAtSignIn(Attributes attributes) {
        var attribute =
                switch (this) {
                    case EMAIL_ADDRESS -> attributes.emailAddress();
                    case PHONE_NUMBER -> attributes.phoneNumber();
                    case USERNAME -> attributes.username();
                    case WEB3_WALLET -> attributes.web3Wallet();
                };
        return attribute.enabled() && attribute.usedForFirstFactor();
    }

    /** The name on the wire, for example {@code email_address}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
