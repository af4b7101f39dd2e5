package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings.Attribute;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields that requests to create and to change a user have in common. */
final class UserFields {

    private static final int MAX_LENGTH = 256;
    private static final int LAST_YEAR = 9999;
    private static final Set<String> PASSWORD_HASHES = Set.of("password_digest", "password_hasher");

    private UserFields() {}

    /** Refuses what this server knows but cannot do, by name; a field that is there but empty asks for nothing. */
    static void refuseUnavailable(Input body, List<String> names) {
        names.stream().filter(name -> !isEmpty(body, name)).findFirst().ifPresent(name -> {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name
                            + (PASSWORD_HASHES.contains(name)
                                    ? " is not available on this server: give the password itself, or leave it to the user to reset it."
                                    : " is not available on this server."));
        });
    }

    /** Refuses attributes that the instance does not have. */
    static void refuseDisabled(Instance instance, Input body) {
        var attributes = instance.settings().attributes();
        refuseDisabled(body, "email_address", attributes.emailAddress());
        refuseDisabled(body, "username", attributes.username());
        refuseDisabled(body, "password", attributes.password());
        refuseDisabled(body, "first_name", attributes.firstName());
        refuseDisabled(body, "last_name", attributes.lastName());
    }

    /** What the request says of a short text. */
    static Change<String> text(Input body, String name) {
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
    static Change<Instant> time(Input body, String name) {
        return body.change(name).map(text -> time(name, text));
    }

    /** How many organizations the user may create; 0 is as many as they like. */
    static Change<Integer> organizationsLimit(Input body) {
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

    /** The password as it was given, blanks and all; empty if there is none. */
    static Optional<String> password(Input body) {
        return body.text("password").filter(password -> !password.isEmpty());
    }

    private static void refuseDisabled(Input body, String name, Attribute attribute) {
        if (!attribute.enabled() && !isEmpty(body, name)) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal(name).saying(name + " is not enabled on this instance.");
        }
    }

    private static boolean isEmpty(Input body, String name) {
        return body.list(name).stream().allMatch(String::isBlank);
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
