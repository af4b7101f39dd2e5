package dev.rollcall.message;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.template.Medium;
import java.util.regex.Pattern;

/** Whom a message can be sent to at all. */
final class Recipients {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>()\"\\[\\]\\\\@]{1,64}@[^\\s\\p{Cntrl},;:<>()\"\\[\\]\\\\@]{1,253}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    private Recipients() {}

    /** The address, which a request gave; one that could carry a header or a second address is refused. */
    static String checked(Medium medium, String field, String address) {
        if (!(medium == Medium.EMAIL ? EMAIL : NUMBER).matcher(address).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal(field);
        }
        return address;
    }
}
