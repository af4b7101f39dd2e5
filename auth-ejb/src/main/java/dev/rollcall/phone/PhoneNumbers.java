package dev.rollcall.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.rollcall.error.CommonProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a phone number may look like, how it is written down ({@code +} and digits, E.164), and which country it is of. */
public final class PhoneNumbers {

    /** A number in international form, with the signs that people put between its digits. */
    private static final Pattern WRITTEN = Pattern.compile("\\+[0-9][0-9 ().\\-\\u00a0\\u2011]{5,40}");

    /** Numbers that are given to nobody: what automatic tests and films use. */
    private static final Pattern FICTITIOUS = Pattern.compile("\\+1\\d{3}55501\\d{2}");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHOWN_DIGITS = 2;

    private PhoneNumbers() {}

    /** The number in E.164, or a refusal that names the field. */
    public static String e164(String text, String parameter) {
        return of(text).orElseThrow(() -> CommonProblem.FORM_PARAM_FORMAT_INVALID
                .refusal(parameter)
                .saying("Phone number must be a valid phone number, with its country code (E.164)."));
    }

    /** The number in E.164; empty if the text is none. Of a number without {@code +} nobody knows the country. */
    public static Optional<String> of(String text) {
        var written = text.strip();
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        return parsed(written)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164))
                .filter(PhoneNumbers::isOne);
    }

    /** The country that a number in E.164 is of (ISO 3166-1 alpha-2); empty where it is of none, or of several. */
    public static Optional<String> country(String e164) {
        return parsed(e164).flatMap(number -> {
            var region = Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number))
                    .or(() -> Optional.ofNullable(NUMBERS.getRegionCodeForCountryCode(number.getCountryCode())));
            return region.filter(code -> code.matches("[A-Z]{2}") && !code.equals("ZZ"));
        });
    }

    /** A number as shown to somebody who did not type it: {@code +1*****55}. */
    public static String masked(String e164) {
        var code = parsed(e164)
                .map(PhoneNumber::getCountryCode)
                .map(String::valueOf)
                .orElse("");
        return "+" + code + "*****" + e164.substring(e164.length() - SHOWN_DIGITS);
    }

    private static boolean isOne(String e164) {
        return FICTITIOUS.matcher(e164).matches()
                || parsed(e164).filter(NUMBERS::isValidNumber).isPresent();
    }

    private static Optional<PhoneNumber> parsed(String text) {
        try {
            return Optional.of(NUMBERS.parse(text, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
