package dev.rollcall.signup;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.user.Metadata;
import dev.rollcall.user.Names;
import dev.rollcall.user.UserInput;
import dev.rollcall.wallet.Wallets;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What one request says of a sign-up, read and checked as far as one can without a database.
 *
 * @param password in the clear; it is hashed before anything is stored
 */
record SignUpFields(
        Change<String> emailAddress,
        Change<String> phoneNumber,
        Change<String> web3Wallet,
        Change<String> username,
        Change<String> firstName,
        Change<String> lastName,
        Change<String> locale,
        Optional<String> password,
        Optional<JsonObject> unsafeMetadata,
        boolean legalAccepted) {

    private static final String EITHER = "email_address_or_phone_number";

    /** Reads a form. A field that the instance has switched off is refused by name. */
    static SignUpFields of(InstanceSettings settings, Input form) {
        var attributes = settings.attributes();
        refuseUnless(attributes.emailAddress().enabled(), form, "email_address");
        refuseUnless(attributes.username().enabled(), form, "username");
        refuseUnless(attributes.firstName().enabled(), form, "first_name");
        refuseUnless(attributes.lastName().enabled(), form, "last_name");
        refuseUnless(attributes.password().enabled(), form, "password");
        refuseUnless(attributes.phoneNumber().enabled(), form, "phone_number");
        refuseUnless(
                attributes.emailAddress().enabled() && attributes.phoneNumber().enabled(), form, EITHER);
        refuseUnless(attributes.web3Wallet().enabled(), form, "web3_wallet");
        return new SignUpFields(
                either(form, "email_address", isAddress(form)).map(e -> Identifiers.emailAddress(e, "email_address")),
                either(form, "phone_number", !isAddress(form)).map(p -> PhoneNumbers.e164(p, "phone_number")),
                form.change("web3_wallet").map(w -> Wallets.address(w, "web3_wallet")),
                form.change("username").map(u -> Identifiers.username(u, settings.username())),
                Names.change(form, "first_name"),
                Names.change(form, "last_name"),
                UserInput.text(form, "locale"),
                form.text("password"),
                form.object("unsafe_metadata").map(m -> Metadata.checked(m, "unsafe_metadata")),
                form.flag("legal_accepted", false));
    }

    /** What the request says of an identifier of this kind. */
    Change<String> identifier(IdentifierType type) {
        return switch (type) {
            case EMAIL_ADDRESS -> emailAddress;
            case PHONE_NUMBER -> phoneNumber;
            case WEB3_WALLET -> web3Wallet;
            case USERNAME -> username;
        };
    }

    /** What the request says of the field, by its own name or by that of either. */
    private static Change<String> either(Input form, String name, boolean meant) {
        return meant && form.text(EITHER).isPresent() && !form.has(name) ? form.change(EITHER) : form.change(name);
    }

    private static boolean isAddress(Input form) {
        return form.text(EITHER).filter(text -> text.indexOf('@') >= 0).isPresent();
    }

    @Override
    public String toString() {
        return "SignUpFields[…]"; // holds a password
    }

    private static void refuseUnless(boolean enabled, Input form, String name) {
        if (!enabled && form.text(name).isPresent()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN
                    .refusal(name)
                    .saying(name + " is not a valid parameter for this request.");
        }
    }
}
