package dev.rollcall.input;

import dev.rollcall.error.CommonProblem;

/**
 * Reads names and other texts that stand in one line. Control characters in them break logs and tables, and with marks that turn the direction of
 * writing around a name can end in what its reader takes for words of ours.
 */
public final class OneLine {

    private OneLine() {}

    /** The text as it came; one with such characters is refused by the field's name. */
    public static String checked(String parameter, String text) {
        if (!is(text)) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal(parameter)
                    .saying(parameter + " must not contain line breaks or other control characters.");
        }
        return text;
    }

    /** Whether a text has none of these characters. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(OneLine::isRefused);
    }

    private static boolean isRefused(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c >= 0x202a && c <= 0x202e // embeddings and overrides of direction, and
                || c >= 0x2066
                        && c <= 0x2069 // isolates (Unicode TR 36, 2.5): Arabic and Hebrew need none of them within a
                // name
                || c == 0xfeff
                || c >= 0xe0000 && c <= 0xe007f; // tags, which nobody sees
    }
}
