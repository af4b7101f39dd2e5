package dev.rollcall.user;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads what is said of a user by whoever administers them: an app's server, or a file of many. */
public final class UserInput {

    private static final int MAX_LENGTH = 256;
    private static final int LAST_YEAR = 9999;

    private UserInput() {}

    /** What the request says of a short text. */
    public static Change<String> text(Input body, String name) {
        return body.change(name).map(text -> {
            if (text.length() > MAX_LENGTH) {
                throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED
                        .refusal(name)
                        .saying(name + " should not exceed " + MAX_LENGTH + " characters.");
            }
            return text;
        });
    }

    /** What the request says of a time, which is written as RFC 3339 has it. */
    public static Change<Instant> time(Input body, String name) {
        return body.change(name).map(text -> time(name, text));
    }

    /** How many organizations the user may create; 0 is as many as they like. */
    public static Change<Integer> organizationsLimit(Input body) {
        var name = "create_organizations_limit";
        if (!body.has(name)) {
            return new Change.Absent<>();
        }
        var number = body.number(name);
        if (number.isEmpty()) {
            return new Change.Cleared<>();
        }
        if (number.getAsLong() < 0 || number.getAsLong() > Integer.MAX_VALUE) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(name).saying(name + " must be 0 or more.");
        }
        return new Change.Set<>((int) number.getAsLong());
    }

    private static Instant time(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() < LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
            throw invalidTime(name);
        } catch (DateTimeException e) {
            throw invalidTime(name);
        }
    }

    private static Refusal invalidTime(String name) {
        return CommonProblem.FORM_PARAM_FORMAT_INVALID
                .refusal(name)
                .saying(name + " must be a time as in 2012-10-20T07:15:20.902Z (RFC 3339).");
    }
}
