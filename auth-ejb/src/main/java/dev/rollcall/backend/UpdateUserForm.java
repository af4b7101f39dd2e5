package dev.rollcall.backend;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.ApiVersion;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.user.Names;
import dev.rollcall.user.UserChanges;
import dev.rollcall.user.UserInput;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A request to change a user: what it does not speak of stays. */
record UpdateUserForm(
        Input body,
        Change<String> username,
        Optional<String> primaryEmailAddressId,
        Optional<String> primaryPhoneNumberId,
        Optional<String> primaryWeb3WalletId,
        Optional<String> profileImageId,
        Optional<String> password,
        Optional<String> passwordDigest) {

    private static final Set<String> METADATA = Set.of("public_metadata", "private_metadata", "unsafe_metadata");
    private static final Set<String> KNOWN = Set.of(
            "external_id",
            "first_name",
            "last_name",
            "locale",
            "primary_email_address_id",
            PrimaryAddress.NOTIFY,
            "primary_phone_number_id",
            "primary_web3_wallet_id",
            "username",
            "profile_image_id",
            "password",
            "password_digest",
            "password_hasher",
            "skip_password_checks",
            "sign_out_of_other_sessions",
            "totp_secret",
            "backup_codes",
            "delete_self_enabled",
            "create_organization_enabled",
            "legal_accepted_at",
            "skip_legal_checks",
            "create_organizations_limit",
            "created_at",
            "bypass_client_trust");

    static UpdateUserForm of(Instance instance, Input body, ApiVersion version) {
        body.only(known(version));
        UserFields.refuseDisabled(instance, body);
        GivenFactors.check(instance, body);
        body.flag(PrimaryAddress.NOTIFY);
        var form = new UpdateUserForm(
                body,
                body.change("username")
                        .map(name ->
                                Identifiers.username(name, instance.settings().username())),
                body.text("primary_email_address_id"),
                body.text("primary_phone_number_id"),
                body.text("primary_web3_wallet_id"),
                body.text("profile_image_id"),
                UserFields.password(body),
                UserFields.passwordDigest(body));
        if (form.password.isEmpty() && form.passwordDigest.isEmpty() && form.signsOut()) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("sign_out_of_other_sessions")
                    .saying("sign_out_of_other_sessions can only be used together with a password.");
        }
        return form;
    }

    boolean checksPassword() {
        return !body.flag("skip_password_checks", false);
    }

    boolean signsOut() {
        return body.flag("sign_out_of_other_sessions", false);
    }

    boolean hasMetadata() {
        return METADATA.stream().anyMatch(body::has);
    }

    /** What changes of the user's own columns. */
    UserChanges changes() {
        return new UserChanges(
                UserInput.text(body, "external_id"),
                Names.change(body, "first_name"),
                Names.change(body, "last_name"),
                UserInput.text(body, "locale"),
                body.flag("delete_self_enabled"),
                body.flag("create_organization_enabled"),
                UserInput.organizationsLimit(body),
                body.flag("bypass_client_trust"),
                UserInput.time(body, "legal_accepted_at"),
                Optional.ofNullable(UserInput.time(body, "created_at").applyTo(null)));
    }

    private static Set<String> known(ApiVersion version) {
        if (!version.patchesMetadata()) {
            return KNOWN;
        }
        var all = new HashSet<>(KNOWN);
        all.addAll(METADATA);
        return all;
    }
}
