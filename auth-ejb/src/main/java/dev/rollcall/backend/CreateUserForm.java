package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.user.Metadata;
import dev.rollcall.user.Names;
import dev.rollcall.user.NewUser;
import dev.rollcall.user.UserInput;
import dev.rollcall.wallet.Wallets;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A request to create a user, checked against what the instance asks of its users. */
record CreateUserForm(
        Input body,
        List<Email> emails,
        List<Phone> phones,
        List<String> wallets,
        Optional<String> username,
        Optional<String> password,
        Optional<String> passwordDigest) {

    /** An address the user starts with: verified, or kept for the user until it is. */
    record Email(String address, boolean reserved) {}

    /** A number the user starts with, likewise. */
    record Phone(String number, boolean reserved) {}

    private static final String STATUS = "_identification_status";
    private static final Set<String> KNOWN = Set.of(
            "external_id",
            "first_name",
            "last_name",
            "locale",
            "email_address",
            "email_address_identification_status",
            "phone_number",
            "phone_number_identification_status",
            "web3_wallet",
            "username",
            "password",
            "password_digest",
            "password_hasher",
            "skip_password_checks",
            "skip_password_requirement",
            "totp_secret",
            "backup_codes",
            "public_metadata",
            "private_metadata",
            "unsafe_metadata",
            "delete_self_enabled",
            "legal_accepted_at",
            "skip_legal_checks",
            "skip_user_requirement",
            "create_organization_enabled",
            "create_organizations_limit",
            "created_at",
            "bypass_client_trust",
            "banned",
            "locked");

    static CreateUserForm of(Instance instance, Input body) {
        body.only(KNOWN);
        UserFields.refuseDisabled(instance, body);
        GivenFactors.check(instance, body);
        var username = body.text("username").filter(name -> !name.isBlank());
        var form = new CreateUserForm(
                body,
                given(body, "email_address", Identifiers::emailAddress, Email::new),
                given(body, "phone_number", PhoneNumbers::e164, Phone::new),
                body.list("web3_wallet").stream()
                        .filter(address -> !address.isBlank())
                        .map(address -> Wallets.address(address, "web3_wallet"))
                        .distinct()
                        .toList(),
                username.map(
                        name -> Identifiers.username(name, instance.settings().username())),
                UserFields.password(body),
                UserFields.passwordDigest(body));
        form.refuseIncomplete(instance);
        return form;
    }

    boolean checksPassword() {
        return !body.flag("skip_password_checks", false);
    }

    /** What makes a password easy to guess for whoever knows the user. */
    List<String> about() {
        var names = Stream.of("first_name", "last_name").flatMap(name -> body.text(name).stream());
        return Stream.concat(
                        Stream.concat(names, username.stream()),
                        Stream.concat(
                                emails.stream().map(Email::address),
                                phones.stream().map(Phone::number)))
                .toList();
    }

    /** The user to be made, without the identifiers. */
    NewUser user(Instance instance, String passwordDigest) {
        var actions = instance.settings().actions();
        return new NewUser(
                UserInput.text(body, "external_id").applyTo(null),
                Names.change(body, "first_name").applyTo(null),
                Names.change(body, "last_name").applyTo(null),
                UserInput.text(body, "locale").applyTo(null),
                passwordDigest,
                metadata("public_metadata"),
                metadata("private_metadata"),
                metadata("unsafe_metadata"),
                body.flag("banned", false),
                body.flag("locked", false),
                body.flag("delete_self_enabled", actions.deleteSelf()),
                body.flag("create_organization_enabled", actions.createOrganization()),
                UserInput.organizationsLimit(body).applyTo(null),
                body.flag("bypass_client_trust", false),
                legalAcceptedAt(),
                UserInput.time(body, "created_at").applyTo(null));
    }

    private Instant legalAcceptedAt() {
        return UserInput.time(body, "legal_accepted_at").applyTo(null);
    }

    private JsonObject metadata(String name) {
        return body.object(name)
                .map(metadata -> Metadata.checked(metadata, name))
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    private void refuseIncomplete(Instance instance) {
        var settings = instance.settings();
        var attributes = settings.attributes();
        var missing = new ArrayList<String>();
        if (!body.flag("skip_user_requirement", false)) {
            addIf(missing, attributes.emailAddress().required() && emails.isEmpty(), "email_address");
            addIf(missing, attributes.phoneNumber().required() && phones.isEmpty(), "phone_number");
            addIf(missing, attributes.username().required() && username.isEmpty(), "username");
            addIf(missing, attributes.web3Wallet().required() && wallets.isEmpty(), "web3_wallet");
            addIf(
                    missing,
                    attributes.firstName().required() && body.text("first_name").isEmpty(),
                    "first_name");
            addIf(
                    missing,
                    attributes.lastName().required() && body.text("last_name").isEmpty(),
                    "last_name");
        }
        boolean named = !emails.isEmpty() || !phones.isEmpty() || username.isPresent() || !wallets.isEmpty();
        addIf(missing, missing.isEmpty() && !named, "email_address");
        boolean wantsPassword = attributes.password().required() && !body.flag("skip_password_requirement", false);
        addIf(missing, wantsPassword && password.isEmpty() && passwordDigest.isEmpty(), "password");
        boolean wantsConsent = settings.signUp().legalConsentEnabled() && !body.flag("skip_legal_checks", false);
        addIf(missing, wantsConsent && legalAcceptedAt() == null, "legal_accepted_at");
        if (!missing.isEmpty()) {
            throw BackendProblem.FORM_DATA_MISSING
                    .refusal()
                    .with("param_names", missing)
                    .saying(String.join(", ", missing)
                            + ": data doesn't match user requirements set for this instance");
        }
    }

    /** What the request gives of a kind; each comes with its status, or all are verified. */
    private static <T> List<T> given(
            Input body, String name, BiFunction<String, String, String> read, BiFunction<String, Boolean, T> make) {
        var identifiers = body.list(name);
        var statuses = body.list(name + STATUS);
        if (!statuses.isEmpty() && statuses.size() != identifiers.size()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name + STATUS)
                    .saying(name + STATUS + " must have one item for each of " + name + ".");
        }
        var all = new ArrayList<T>();
        for (int i = 0; i < identifiers.size(); i++) {
            boolean reserved = !statuses.isEmpty() && isReserved(name + STATUS, statuses.get(i));
            all.add(make.apply(read.apply(identifiers.get(i), name), reserved));
        }
        return List.copyOf(all);
    }

    private static boolean isReserved(String name, String status) {
        return switch (status) {
            case "verified" -> false;
            case "reserved" -> true;
            default ->
                throw CommonProblem.FORM_PARAM_VALUE_INVALID
                        .refusal(name)
                        .saying(name + " must be verified or reserved.");
        };
    }

    private static void addIf(List<String> missing, boolean condition, String name) {
        if (condition) {
            missing.add(name);
        }
    }
}
