package dev.rollcall.instance;

import dev.rollcall.claim.ClaimTemplate;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.instance.InstanceSettings.Attribute;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which settings may stand together. A change that would leave people unable to sign in is refused, by the setting that does it.
 */
final class SettingsRules {

    /** Use is reported and written once a minute, so that anything shorter would sign out people who are there. */
    private static final long SHORTEST_INACTIVITY = 300;

    /** No instance may say something else than we do of who a session is of. */
    private static final Set<String> RESERVED = Stream.of(ClaimTemplate.TOKEN, ClaimTemplate.SESSION)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> EMAIL_STRATEGIES = List.of("email_code", "email_link");
    private static final List<String> PHONE_STRATEGIES = List.of("phone_code");

    private SettingsRules() {}

    /** Answers the settings if they agree with each other. */
    static InstanceSettings check(InstanceSettings settings) {
        attributes(settings);
        var password = settings.password();
        require(
                password.minLength() <= password.maxLength(),
                "password.max_length",
                "must not be below password.min_length");
        var username = settings.username();
        require(
                username.minLength() <= username.maxLength(),
                "username.max_length",
                "must not be below username.min_length");
        var session = settings.session();
        require(
                session.inactivityTimeoutSeconds() <= session.lifetimeSeconds(),
                "session.inactivity_timeout_seconds",
                "must not exceed session.lifetime_seconds");
        require(
                session.inactivityTimeoutSeconds() == 0 || session.inactivityTimeoutSeconds() >= SHORTEST_INACTIVITY,
                "session.inactivity_timeout_seconds",
                "must be 0 or at least " + SHORTEST_INACTIVITY
                        + ": browsers report once a minute that a session is used");
        ClaimTemplate.checked(session.claims(), RESERVED, "session.claims");
        require(
                settings.signUp().mode().equals("public")
                        || settings.attributes().emailAddress().enabled(),
                "sign_up.mode",
                "must be public unless users have e-mail addresses: nobody could be invited");
        unsupported(settings);
        return settings;
    }

    /** What would be believed and not done. */
    private static void unsupported(InstanceSettings settings) {
        later(settings.organizations().enabled(), "organizations.enabled");
        var oauth = settings.oauthApplications();
        later(oauth.dynamicClientRegistration(), "oauth_applications.dynamic_client_registration");
        later(
                oauth.clientIdMetadataDocumentsAdvertised(),
                "oauth_applications.client_id_metadata_documents_advertised");
    }

    private static void later(boolean on, String path) {
        require(!on, path, "is not supported yet");
    }

    private static void attributes(InstanceSettings settings) {
        var attributes = settings.attributes();
        var email = attributes.emailAddress();
        var phone = attributes.phoneNumber();
        proved("email_address", email, EMAIL_STRATEGIES);
        proved("phone_number", phone, PHONE_STRATEGIES);
        require(
                !phone.enabled()
                        || !settings.communication().phoneCodeChannels().isEmpty(),
                "communication.phone_code_channels",
                "must not be empty while users have phone numbers");
        onlySecond("authenticator_app", attributes.authenticatorApp(), "totp");
        onlySecond("backup_code", attributes.backupCode(), "backup_code");
        require(
                !settings.signIn().secondFactorRequired() || hasSecondFactor(attributes),
                "sign_in.second_factor_required",
                "needs a second factor that people can set up");
        only("web3_wallet", attributes.web3Wallet(), "web3_");
        only("passkey", attributes.passkey(), "passkey");
        require(
                !attributes.passkey().required(),
                "attributes.passkey.required",
                "must be off: nobody signs up with one");
        withoutCodes("username", attributes.username());
        withoutCodes("first_name", attributes.firstName());
        withoutCodes("last_name", attributes.lastName());
        withoutCodes("password", attributes.password());
        require(
                email.enabled()
                        || phone.enabled()
                        || attributes.username().enabled()
                        || attributes.web3Wallet().enabled(),
                "attributes.email_address.enabled",
                "must stay on unless phone numbers, user names or wallets are: nothing would name a user");
        require(
                Stream.of(email, phone, attributes.username(), attributes.web3Wallet(), attributes.passkey())
                        .anyMatch(a -> a.enabled() && a.usedForFirstFactor()),
                "attributes.email_address.used_for_first_factor",
                "must stay on unless another attribute is used to sign in");
        require(
                attributes.password().enabled()
                        || email.enabled() && !email.firstFactors().isEmpty()
                        || phone.enabled() && !phone.firstFactors().isEmpty()
                        || attributes.web3Wallet().enabled()
                                && !attributes.web3Wallet().firstFactors().isEmpty(),
                "attributes.password.enabled",
                "must stay on unless codes, links or wallets are a first factor: nobody could sign in");
    }

    /** An attribute that is proved by answering what is sent there. */
    private static void proved(String name, Attribute attribute, List<String> strategies) {
        attribute(name, attribute);
        var path = "attributes." + name;
        require(
                strategies.containsAll(attribute.firstFactors()),
                path + ".first_factors",
                "must be among " + String.join(", ", strategies));
        require(
                strategies.containsAll(attribute.verifications()),
                path + ".verifications",
                "must be among " + String.join(", ", strategies));
        require(
                !attribute.verifyAtSignUp() || !attribute.verifications().isEmpty(),
                path + ".verify_at_sign_up",
                "needs a verification");
    }

    private static void attribute(String name, Attribute attribute) {
        var path = "attributes." + name + ".required";
        require(attribute.enabled() || !attribute.required(), path, "needs the attribute to be enabled");
    }

    /** An attribute is proved by strategies of its own, which all begin alike. */
    private static void only(String name, Attribute attribute, String beginning) {
        attribute(name, attribute);
        var path = "attributes." + name;
        require(
                attribute.firstFactors().stream().allMatch(s -> s.startsWith(beginning)),
                path + ".first_factors",
                "must be strategies of this attribute");
        require(
                attribute.verifications().stream().allMatch(s -> s.startsWith(beginning)),
                path + ".verifications",
                "must be strategies of this attribute");
        require(
                !attribute.verifyAtSignUp() || !attribute.verifications().isEmpty(),
                path + ".verify_at_sign_up",
                "needs a verification");
    }

    private static void withoutCodes(String name, Attribute attribute) {
        attribute(name, attribute);
        var path = "attributes." + name;
        require(attribute.firstFactors().equals(List.of()), path + ".first_factors", "must be empty");
        require(attribute.verifications().equals(List.of()), path + ".verifications", "must be empty");
        require(!attribute.verifyAtSignUp(), path + ".verify_at_sign_up", "must be off: there is nothing to verify");
    }

    /** An attribute that is a second factor, by one strategy, and nothing else. */
    private static void onlySecond(String name, Attribute attribute, String strategy) {
        withoutCodes(name, attribute);
        var path = "attributes." + name;
        require(!attribute.required(), path + ".required", "must be off: sign_in.second_factor_required says it");
        require(!attribute.usedForFirstFactor(), path + ".used_for_first_factor", "must be off");
        require(
                List.of(strategy).containsAll(attribute.secondFactors()),
                path + ".second_factors",
                "must be " + strategy + ", or empty");
        require(
                !attribute.usedForSecondFactor() || !attribute.secondFactors().isEmpty(),
                path + ".used_for_second_factor",
                "needs a strategy in second_factors");
    }

    /** Backup codes stand in for another factor, so that they are none by themselves. */
    private static boolean hasSecondFactor(InstanceSettings.Attributes attributes) {
        return Stream.of(attributes.authenticatorApp(), attributes.phoneNumber())
                .anyMatch(a -> a.enabled() && a.usedForSecondFactor());
    }

    private static void require(boolean condition, String path, String sentence) {
        if (!condition) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(path).saying(path + " " + sentence + ".");
        }
    }
}
