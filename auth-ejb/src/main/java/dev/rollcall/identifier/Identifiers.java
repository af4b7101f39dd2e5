package dev.rollcall.identifier;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.phone.PhoneNumbers;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an identifier may look like, how it is compared, and how it is shown to somebody who may not be its owner. */
public final class Identifiers {

    private static final int MAX_EMAIL = 254; // RFC 5321, 4.5.3.1.3
    private static final int MAX_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    /** The dot-atom form of RFC 5322, 3.4.1, letters of any script, at a domain with at least one dot. */
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])");

    private static final Pattern PLAIN_USERNAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern EXTENDED_USERNAME = Pattern.compile("[A-Za-z0-9_.!#$&'*+/=?^`{|}~-]+");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+");

    private Identifiers() {}

    /**
     * How identifiers are compared: a phone number in E.164, anything else without case and in one Unicode form, which stays the same when
     * it is prepared again.
     */
    public static String canonical(String identifier) {
        var folded = folded(identifier);
        return PhoneNumbers.of(folded).orElse(folded);
    }

    private static String folded(String identifier) {
        var folded = compatible(compatible(identifier).toLowerCase(Locale.ROOT));
        return folded.equals(identifier) ? folded : folded(folded);
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** The e-mail address, or a refusal that names the field. */
    public static String emailAddress(String text, String parameter) {
        var address = text.strip();
        if (address.length() > MAX_EMAIL
                || address.indexOf('@') > MAX_LOCAL_PART
                || !EMAIL.matcher(address).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(parameter)
                    .saying("Email address must be a valid email address.");
        }
        return address.toLowerCase(Locale.ROOT);
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
