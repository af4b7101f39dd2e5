package dev.rollcall.restriction;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one entry of a list is about: one identifier, or many by a pattern. There are {@code *@example.com} (also written {@code
 * example.com}) for all addresses of a domain, {@code *@*.example.com} for those of the domains below it, and {@code +49*} for all phone
 * numbers that begin so.
 *
 * @param canonical what identifiers are looked up by; each has a few such keys
 */
record Rule(IdentifierType type, String canonical) {

    private static final String ANYBODY = "*@";
    private static final String BELOW = "*@*.";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{0,14}\\*?");
    private static final Pattern NOT_DIALLED = Pattern.compile("[\\s().-]");
    private static final Pattern ETHEREUM = Pattern.compile("0[xX][0-9a-fA-F]{40}");
    private static final Pattern SOLANA = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{32,44}");

    /** Reads the {@code identifier} of a request. */
    static Rule of(ListKind kind, String text) {
        var given = text.strip();
        if (given.startsWith("+") && given.indexOf('@') < 0) {
            return number(given);
        }
        if (ETHEREUM.matcher(given).matches() || SOLANA.matcher(given).matches()) {
            return new Rule(IdentifierType.WEB3_WALLET, wallet(given));
        }
        var pattern = pattern(Identifiers.canonical(given));
        return new Rule(
                IdentifierType.EMAIL_ADDRESS,
                pattern.orElseGet(() ->
                        kind.canonical(IdentifierType.EMAIL_ADDRESS, Identifiers.emailAddress(given, "identifier"))));
    }

    /** Every key under which a rule about this identifier may be kept. */
    static List<String> keys(ListKind kind, IdentifierType type, String identifier) {
        var keys = new ArrayList<String>();
        keys.add(kind.canonical(type, identifier));
        switch (type) {
            case EMAIL_ADDRESS -> {
                var domains = Mailbox.address(identifier).domains();
                keys.add(ANYBODY + domains.get(0));
                domains.stream().skip(1).map(domain -> BELOW + domain).forEach(keys::add);
                if (kind == ListKind.BLOCKED) {
                    keys.add(ANYBODY + Mailbox.of(identifier).domain());
                }
            }
            case PHONE_NUMBER -> {
                for (int end = 2; end <= identifier.length(); end++) {
                    keys.add(identifier.substring(0, end) + "*");
                }
            }
            case USERNAME, WEB3_WALLET -> {}
        }
        return keys.stream().distinct().toList();
    }

    /** Ethereum's addresses mean the same in either case, Solana's do not. */
    static String wallet(String address) {
        return ETHEREUM.matcher(address).matches() ? address.toLowerCase(Locale.ROOT) : address;
    }

    private static Rule number(String given) {
        var dialled = NOT_DIALLED.matcher(given).replaceAll("");
        if (!NUMBER.matcher(dialled).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal("identifier")
                    .saying("identifier must be a phone number such as +4930123456, or the beginning of one and *.");
        }
        return new Rule(IdentifierType.PHONE_NUMBER, dialled);
    }

    private static Optional<String> pattern(String given) {
        var anybody = given.indexOf('@') < 0 ? ANYBODY + given : given;
        var prefix = anybody.startsWith(BELOW) ? BELOW : ANYBODY;
        if (!anybody.startsWith(prefix)) {
            return Optional.empty();
        }
        var domain = Mailbox.ascii(anybody.substring(prefix.length()));
        return DOMAIN.matcher(domain).matches() ? Optional.of(prefix + domain) : Optional.empty();
    }
}
