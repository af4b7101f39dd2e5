package dev.rollcall.domain;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two ways to write a domain: as people read it ({@code bücher.example}) and as the DNS and SMTP have it, in A-labels ({@code
 * xn--bcher-kva.example}). Both are without case and by UTS 46, as browsers do it: {@code straße.example} is not {@code strasse.example}.
 */
public final class DomainNames {

    private static final int MAX_LENGTH = 253; // RFC 1035, 2.3.4, without the root
    private static final String A_LABEL = "xn--";
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** Names such as {@code r3---sn.example} are in use; the web's standard for URLs takes them, too. */
    private static final Set<IDNA.Error> TAKEN = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private DomainNames() {}

    /** The domain in A-labels; empty if it is none. */
    public static Optional<String> ascii(String domain) {
        return (isPlain(domain) ? Optional.of(domain.toLowerCase(Locale.ROOT)) : Uts46.ascii(domain))
                .filter(name ->
                        name.length() <= MAX_LENGTH && NAME.matcher(name).matches());
    }

    /** The domain as people read it; empty if it is none. Each domain has one such form, whichever way it was written. */
    public static Optional<String> readable(String domain) {
        return ascii(domain).map(name -> name.contains(A_LABEL) ? Uts46.readable(name) : name);
    }

    /** Whether all of it is letters, digits and signs of ASCII that mean themselves. */
    private static boolean isPlain(String domain) {
        return domain.chars().allMatch(c -> c < 0x80)
                && !domain.toLowerCase(Locale.ROOT).contains(A_LABEL);
    }

    /** The library, whose tables are loaded once a name needs them. */
    private static final class Uts46 {

        private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.USE_STD3_RULES);

        static Optional<String> ascii(String domain) {
            var info = new IDNA.Info();
            var name = RULES.nameToASCII(domain, new StringBuilder(), info).toString();
            return isSound(info) ? Optional.of(name) : Optional.empty();
        }

        static String readable(String ascii) {
            var info = new IDNA.Info();
            var name = RULES.nameToUnicode(ascii, new StringBuilder(), info).toString();
            return isSound(info) ? name : ascii;
        }

        private static boolean isSound(IDNA.Info info) {
            return TAKEN.containsAll(info.getErrors());
        }
    }
}
