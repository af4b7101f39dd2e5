package dev.rollcall.factor;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.rollcall.crypto.Spelling;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a new password must be. Sign-in never asks: a password once accepted stays good. */
public final class PasswordPolicy {

    /** Longer ones are no safer and would cost every sign-in time. */
    private static final int MAX_BYTES = 1024;

    private static final int ZXCVBN_LENGTH = 100; // its time grows fast with the length
    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private PasswordPolicy() {}

    /**
     * Refuses a password that breaks the instance's rules; it is given composed (NFC).
     *
     * @param parameter the field of the request that holds it
     * @param about names and addresses of the user, which make a password easy to guess; nulls are passed over
     */
    public static void check(Instance instance, String password, String parameter, List<String> about) {
        var rules = instance.settings().password();
        var known = about.stream()
                .filter(Objects::nonNull)
                .map(t -> Spelling.one(t).toLowerCase(Locale.ROOT))
                .toList();
        checkLength(rules, password, parameter);
        checkCharacters(rules, password, parameter);
        if (known.contains(password.toLowerCase(Locale.ROOT))) {
            throw PasswordProblem.FORM_PASSWORD_MATCHES_IDENTIFIER.refusal(parameter);
        }
        if (rules.refuseCommon() && CommonPasswords.contain(password)) {
            throw PasswordProblem.FORM_PASSWORD_PWNED.refusal(parameter);
        }
        if (rules.minZxcvbnStrength() > 0) {
            checkStrength(rules, password, parameter, known);
        }
    }

    /** Refuses a password that is too long for any sign-in, whoever vouches for it. */
    public static void checkSize(String password, String parameter) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw PasswordProblem.FORM_PASSWORD_SIZE_IN_BYTES_EXCEEDED.refusal(parameter);
        }
    }

    private static void checkLength(InstanceSettings.Password rules, String password, String parameter) {
        checkSize(password, parameter);
        int length = password.codePointCount(0, password.length());
        if (length < rules.minLength()) {
            throw PasswordProblem.FORM_PASSWORD_LENGTH_TOO_SHORT
                    .refusal(parameter)
                    .saying("Passwords must be " + rules.minLength() + " characters or more.");
        }
        if (length > rules.maxLength()) {
            throw PasswordProblem.FORM_PASSWORD_LENGTH_TOO_LONG
                    .refusal(parameter)
                    .saying("Passwords must be " + rules.maxLength() + " characters or fewer.");
        }
    }

    private static void checkCharacters(InstanceSettings.Password rules, String password, String parameter) {
        require(
                !rules.requireUppercase() || password.chars().anyMatch(Character::isUpperCase),
                PasswordProblem.FORM_PASSWORD_NO_UPPERCASE,
                parameter);
        require(
                !rules.requireLowercase() || password.chars().anyMatch(Character::isLowerCase),
                PasswordProblem.FORM_PASSWORD_NO_LOWERCASE,
                parameter);
        require(
                !rules.requireNumbers() || password.chars().anyMatch(Character::isDigit),
                PasswordProblem.FORM_PASSWORD_NO_NUMBER,
                parameter);
        boolean special =
                password.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c));
        require(!rules.requireSpecialChar() || special, PasswordProblem.FORM_PASSWORD_NO_SPECIAL_CHAR, parameter);
    }

    private static void checkStrength(
            InstanceSettings.Password rules, String password, String parameter, List<String> known) {
        var measured = STRENGTH.measure(password.substring(0, Math.min(password.length(), ZXCVBN_LENGTH)), known);
        if (measured.getScore() < rules.minZxcvbnStrength()) {
            throw PasswordProblem.FORM_PASSWORD_NOT_STRONG_ENOUGH
                    .refusal(parameter)
                    .with(
                            "zxcvbn",
                            Json.createObjectBuilder()
                                    .add("suggestions", suggestions(measured.getFeedback()))
                                    .build());
        }
    }

    private static JsonArrayBuilder suggestions(Feedback feedback) {
        var sentences = feedback.getSuggestions(Locale.ENGLISH);
        var codes = feedback.withResourceBundle(new SuggestionCodes()).getSuggestions(Locale.ENGLISH);
        var suggestions = Json.createArrayBuilder();
        for (int i = 0; i < codes.size(); i++) {
            suggestions.add(Json.createObjectBuilder().add("code", codes.get(i)).add("message", sentences.get(i)));
        }
        return suggestions;
    }

    private static void require(boolean met, PasswordProblem otherwise, String parameter) {
        if (!met) {
            throw otherwise.refusal(parameter);
        }
    }
}
