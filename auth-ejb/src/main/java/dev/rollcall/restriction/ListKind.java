package dev.rollcall.restriction;

import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;

/** The two lists of an instance. They read an e-mail address differently: who is kept out must not come back by another spelling. */
public enum ListKind {
    /** Only who is on it may sign up: an address is let in as it stands there. */
    ALLOWED("allowlist_identifier", Prefix.ALLOWLIST_IDENTIFIER),
    /** Who is on it is kept out, with every address of the same mailbox. */
    BLOCKED("blocklist_identifier", Prefix.BLOCKLIST_IDENTIFIER);

    private final String object;
    private final Prefix prefix;

    ListKind(String object, Prefix prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** What one of its entries is called on the wire. */
    String object() {
        return object;
    }

    Prefix prefix() {
        return prefix;
    }

    /** How an identifier is compared in this list. */
    String canonical(IdentifierType type, String identifier) {
        return switch (type) {
            case EMAIL_ADDRESS ->
                this == BLOCKED
                        ? Mailbox.of(identifier).text()
                        : Mailbox.address(identifier).text();
            case WEB3_WALLET -> Rule.wallet(identifier);
            case PHONE_NUMBER, USERNAME -> Identifiers.canonical(identifier);
        };
    }
}
