package dev.rollcall.identifier;

import dev.rollcall.domain.DomainNames;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.phone.PhoneNumbers;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an identifier may look like, how it is compared, and how it is shown to somebody who may not be its owner. */
public final class Identifiers {

    private static final int MAX_EMAIL = 254; // RFC 5321, 4.5.3.1.3
    private static final int MAX_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    /** The dot-atom form of RFC 5322, 3.4.1, letters of any script. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    /** A domain in A-labels with at least one dot. */
    private static final Pattern DOMAIN = Pattern.compile(".+\\.[a-z0-9-]{2,}");

    private static final Pattern PLAIN_USERNAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern EXTENDED_USERNAME = Pattern.compile("[A-Za-z0-9_.!#$&'*+/=?^`{|}~-]+");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");

    private Identifiers() {}

    /**
     * How identifiers are compared: a phone number in E.164, an e-mail address with its domain as people read it, and all without case and
     * in one Unicode form, which stays the same when it is prepared again.
     */
    public static String canonical(String identifier) {
        var compared = compared(compatible(identifier));
        return compared.equals(identifier) ? compared : canonical(compared);
    }

    private static String compared(String text) {
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            return folded(text.substring(0, at)) + "@" + domain(text.substring(at + 1));
        }
        var folded = folded(text);
        return PhoneNumbers.of(folded).orElse(folded);
    }

    /** As it was written: what is upper case in a domain has lower case by other rules than elsewhere. */
    private static String domain(String written) {
        return DomainNames.readable(written).orElseGet(() -> folded(written));
    }

    /**
     * A part of an identifier that some are searched by, in the form in which they are compared. Of a domain in A-labels only whole labels
     * can be read.
     */
    public static String searched(String part) {
        var canonical = canonical(part);
        int at = canonical.lastIndexOf('@');
        return canonical.substring(0, at + 1)
                + Stream.of(canonical.substring(at + 1).split("\\.", -1))
                        .map(label -> label.startsWith("xn--")
                                ? DomainNames.readable(label).orElse(label)
                                : label)
                        .collect(Collectors.joining("."));
    }

    private static String folded(String identifier) {
        var folded = compatible(compatible(identifier).toLowerCase(Locale.ROOT));
        return folded.equals(identifier) ? folded : folded(folded);
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /**
     * The e-mail address in the form in which it is compared, shown and written to, which must be one: of two that are compared alike the
     * letters to one would go to the other. Or a refusal that names the field.
     */
    public static String emailAddress(String text, String parameter) {
        var address = canonical(text);
        int at = address.indexOf('@');
        var ascii = at < 1 ? Optional.<String>empty() : DomainNames.ascii(address.substring(at + 1));
        if (ascii.isEmpty()
                || at > MAX_LOCAL_PART
                || at + 1 + ascii.get().length() > MAX_EMAIL
                || !LOCAL_PART.matcher(address.substring(0, at)).matches()
                || !DOMAIN.matcher(ascii.get()).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(parameter)
                    .saying("Email address must be a valid email address.");
        }
        return address;
    }

    /** The user name, or a refusal that names the field. */
    public static String username(String text, InstanceSettings.Username rules) {
        var name = text.strip();
        if (name.length() < rules.minLength() || name.length() > rules.maxLength()) {
            throw IdentifierProblem.FORM_USERNAME_INVALID_LENGTH
                    .refusal("username")
                    .saying("The username must be between " + rules.minLength() + " and " + rules.maxLength()
                            + " characters long.");
        }
        if (!(rules.allowExtendedSpecialCharacters() ? EXTENDED_USERNAME : PLAIN_USERNAME)
                .matcher(name)
                .matches()) {
            throw IdentifierProblem.FORM_USERNAME_INVALID_CHARACTER.refusal("username");
        }
        if (name.startsWith("+")) { // it would pass for a phone number
            throw IdentifierProblem.FORM_USERNAME_INVALID_CHARACTER
                    .refusal("username")
                    .saying("The username must not begin with a plus sign.");
        }
        if (!rules.allowNumericUsernames() && NUMERIC.matcher(name).matches()) {
            throw IdentifierProblem.FORM_USERNAME_NEEDS_NON_NUMBER_CHAR.refusal("username");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** What somebody typed, as a phone number if it is one. */
    public static boolean isPhoneNumber(String typed) {
        return PhoneNumbers.of(typed).isPresent();
    }

    /** An e-mail address as shown to somebody who did not type it: {@code j***@e***.com}. */
    public static String masked(String emailAddress) {
        int at = emailAddress.indexOf('@');
        int dot = emailAddress.lastIndexOf('.');
        return first(emailAddress, 0) + "***@" + first(emailAddress, at + 1) + "***" + emailAddress.substring(dot);
    }

    private static String first(String text, int from) {
        return text.substring(from, text.offsetByCodePoints(from, 1));
    }
}
