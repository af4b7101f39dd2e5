package dev.rollcall.factor;

import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.wallet.WalletKind;
import dev.rollcall.wallet.Wallets;

/** What somebody has typed to be known by, where nobody has it yet: its looks alone say what it is. */
public final class Typed {

    private static final String FIELD = "identifier";

    private Typed() {}

    /** What it looks like; anything else may be a user name. */
    public static IdentifierType kind(String typed) {
        if (typed.indexOf('@') >= 0) {
            return IdentifierType.EMAIL_ADDRESS;
        }
        if (Identifiers.isPhoneNumber(typed)) {
            return IdentifierType.PHONE_NUMBER;
        }
        return WalletKind.of(typed.strip()).isPresent() ? IdentifierType.WEB3_WALLET : IdentifierType.USERNAME;
    }

    /** The address, the number or the wallet as a new user would have it; one that cannot be is refused. */
    public static String identifier(String typed) {
        return switch (kind(typed)) {
            case EMAIL_ADDRESS -> Identifiers.emailAddress(typed, FIELD);
            case PHONE_NUMBER -> PhoneNumbers.e164(typed, FIELD);
            case WEB3_WALLET -> Wallets.address(typed, FIELD);
            case USERNAME -> typed;
        };
    }
}
