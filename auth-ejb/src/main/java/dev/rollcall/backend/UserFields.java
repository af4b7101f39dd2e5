package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.PasswordDigests;
import dev.rollcall.factor.PasswordPolicy;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings.Attribute;
import java.util.Optional;

/** Reads the fields that requests to create and to change a user have in common. */
final class UserFields {

    private UserFields() {}

    /** Refuses attributes that the instance does not have. */
    static void refuseDisabled(Instance instance, Input body) {
        var attributes = instance.settings().attributes();
        refuseDisabled(body, "email_address", attributes.emailAddress());
        refuseDisabled(body, "phone_number", attributes.phoneNumber());
        refuseDisabled(body, "username", attributes.username());
        refuseDisabled(body, "web3_wallet", attributes.web3Wallet());
        refuseDisabled(body, "password", attributes.password());
        refuseDisabled(body, "password_digest", attributes.password());
        refuseDisabled(body, "first_name", attributes.firstName());
        refuseDisabled(body, "last_name", attributes.lastName());
    }

    /** The password as it was given, blanks and all; empty if there is none. */
    static Optional<String> password(Input body) {
        var given = body.text("password").filter(password -> !password.isEmpty());
        given.ifPresent(password -> PasswordPolicy.checkSize(password, "password"));
        return given;
    }

    /** The digest of a password that another system has made; empty if there is none. */
    static Optional<String> passwordDigest(Input body) {
        var digest = body.text("password_digest").filter(d -> !d.isEmpty());
        if (digest.isEmpty()) {
            return digest;
        }
        if (password(body).isPresent()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("password_digest")
                    .saying("Give either password or password_digest.");
        }
        return Optional.of(PasswordDigests.stored(digest.get(), body.required("password_hasher")));
    }

    private static void refuseDisabled(Input body, String name, Attribute attribute) {
        if (!attribute.enabled() && !isEmpty(body, name)) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal(name).saying(name + " is not enabled on this instance.");
        }
    }

    private static boolean isEmpty(Input body, String name) {
        return body.list(name).stream().allMatch(String::isBlank);
    }
}
