package dev.rollcall.identifier;

import dev.rollcall.instance.InstanceSettings.Attribute;
import dev.rollcall.instance.InstanceSettings.Attributes;
import java.util.List;
import java.util.Locale;

/** What kind of name an identification is. */
public enum IdentifierType {
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    USERNAME,
    WEB3_WALLET;

    /** What can be proved to be somebody's; a user name is whoever's has it. */
    public static final List<IdentifierType> PROVABLE = List.of(EMAIL_ADDRESS, PHONE_NUMBER, WEB3_WALLET);

    /** Whether people of an instance with these attributes sign in by such a name. */
    public boolean namesAtSignIn(Attributes attributes) {
        var attribute = in(attributes);
        return attribute.enabled() && attribute.usedForFirstFactor();
    }

    /** What an instance with these attributes makes of such names. */
    public Attribute in(Attributes attributes) {
        return switch (this) {
            case EMAIL_ADDRESS -> attributes.emailAddress();
            case PHONE_NUMBER -> attributes.phoneNumber();
            case USERNAME -> attributes.username();
            case WEB3_WALLET -> attributes.web3Wallet();
        };
    }

    /** The name on the wire, for example {@code email_address}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
