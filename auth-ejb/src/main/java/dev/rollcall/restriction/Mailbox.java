package dev.rollcall.restriction;

import dev.rollcall.domain.DomainNames;
import dev.rollcall.identifier.Identifiers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where mail to an address ends up, as far as the address tells: {@code J.Doe+news@Gmail.com} is {@code jdoe@gmail.com}. Providers part a
 * sub-address with {@code +}, some with {@code =} or {@code #}; Gmail looks at no dots and has two names.
 *
 * @param domain in ASCII, as the DNS has it
 */
record Mailbox(String local, String domain) {

    private static final String SEPARATORS = "+=#";
    private static final List<String> WITHOUT_DOTS = List.of("gmail.com", "googlemail.com");

    /** The mailbox of an address. */
    static Mailbox of(String address) {
        var as = address(address);
        var local = as.local.substring(0, separator(as.local));
        boolean dotless = WITHOUT_DOTS.contains(as.domain);
        return new Mailbox(dotless ? local.replace(".", "") : local, dotless ? WITHOUT_DOTS.get(0) : as.domain);
    }

    /** The address as it stands, but for case and the two ways to write a domain. */
    static Mailbox address(String address) {
        var canonical = Identifiers.canonical(address);
        int at = canonical.lastIndexOf('@');
        return new Mailbox(canonical.substring(0, at), ascii(canonical.substring(at + 1)));
    }

    /** Whether the address may name a part of a mailbox. */
    static boolean isSubaddress(String address) {
        return address(address).local.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
    }

    /** A domain as the DNS has it; one that it cannot have stays as it is. */
    static String ascii(String domain) {
        return DomainNames.ascii(domain).orElse(domain);
    }

    String text() {
        return local + "@" + domain;
    }

    /** The domain and all that it lies in, the nearest first: {@code a.b.com}, {@code b.com}, {@code com}. */
    List<String> domains() {
        var labels = List.of(domain.split("\\.", -1));
        return IntStream.range(0, labels.size())
                .mapToObj(i -> String.join(".", labels.subList(i, labels.size())))
                .toList();
    }

    /** Where a sub-address begins. A separator in the first place parts nothing. */
    private static int separator(String local) {
        return IntStream.range(1, local.length())
                .filter(i -> SEPARATORS.indexOf(local.charAt(i)) >= 0)
                .findFirst()
                .orElse(local.length());
    }
}
