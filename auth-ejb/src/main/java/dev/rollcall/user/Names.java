package dev.rollcall.user;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import java.text.Normalizer;

/** Reads first and last names, in the one Unicode form in which they are kept and searched. */
public final class Names {

    private static final int MAX_LENGTH = 256;

    private Names() {}

    /** What the request says of a name; one that is too long or more than a line is refused. */
    public static Change<String> change(Input input, String parameter) {
        return input.change(parameter).map(given -> {
            var name = Normalizer.normalize(given, Normalizer.Form.NFC);
            if (name.length() > MAX_LENGTH) {
                throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED
                        .refusal(parameter)
                        .saying(parameter + " should not exceed " + MAX_LENGTH + " characters.");
            }
            return OneLine.checked(parameter, name);
        });
    }
}
