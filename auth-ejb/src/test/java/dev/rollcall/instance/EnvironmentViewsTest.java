package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.io.StringReader;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment as JSON, with the traps that the SDKs lay. */
class EnvironmentViewsTest {

    private static final InstanceSettings DEFAULTS = InstanceSettings.defaults(EnvironmentType.DEVELOPMENT);

    @Test
    void everyAttributeIsThereWithEveryMember() {
        var attributes = environment("{}").getJsonObject("user_settings").getJsonObject("attributes");
        assertThat(attributes.keySet())
                .containsExactlyInAnyOrder(
                        "email_address",
                        "phone_number",
                        "username",
                        "web3_wallet",
                        "first_name",
                        "last_name",
                        "password",
                        "authenticator_app",
                        "ticket",
                        "backup_code",
                        "passkey");
        assertThat(attributes.values())
                .allSatisfy(attribute -> assertThat(attribute.asJsonObject().keySet())
                        .containsExactlyInAnyOrder(
                                "enabled",
                                "required",
                                "used_for_first_factor",
                                "first_factors",
                                "used_for_second_factor",
                                "second_factors",
                                "verifications",
                                "verify_at_sign_up",
                                "immutable"));
    }

    @Test
    void theBillingTreeIsWhole() {
        assertThat(environment("{}").getJsonObject("commerce_settings"))
                .isEqualTo(json("{'billing':{'stripe_publishable_key':null,"
                        + "'free_trial_requires_payment_method':true,'user':{'enabled':false,'has_paid_plans':false},"
                        + "'organization':{'enabled':false,'has_paid_plans':false}}}"));
    }

    @Test
    void nothingOfOthersIsEverLoaded() {
        var environment = environment("{}");
        assertThat(environment.getValue("/protect_config/loaders").asJsonArray())
                .isEmpty();
        assertThat(environment.getValue("/user_settings/sign_up/captcha_enabled"))
                .isEqualTo(JsonValue.FALSE);
        assertThat(environment.getValue("/display_config/captcha_public_key")).isEqualTo(JsonValue.NULL);
        assertThat(environment.getValue("/display_config/google_one_tap_client_id"))
                .isEqualTo(JsonValue.NULL);
        assertThat(environment.getValue("/user_settings/social").asJsonObject()).isEmpty();
    }

    @Test
    void theDefaultsAreAnAddressVerifiedByCodeAndAPassword() {
        var environment = environment("{}");
        assertThat(environment.getValue("/auth_config/first_factors")).isEqualTo(array("['password','email_code']"));
        assertThat(environment.getValue("/auth_config/identification_requirements"))
                .isEqualTo(array("[['email_address']]"));
        assertThat(environment.getValue("/auth_config/email_address")).hasToString("\"required\"");
        assertThat(environment.getValue("/auth_config/username")).hasToString("\"off\"");
        assertThat(environment.getValue("/auth_config/test_mode")).isEqualTo(JsonValue.TRUE);
        assertThat(environment.getValue("/display_config/application_name")).hasToString("\"Bakery\"");
        assertThat(environment.getValue("/fraud_settings/native/device_attestation_mode"))
                .hasToString("\"disabled\"");
    }

    @ParameterizedTest(name = "{0} shows at {1} as {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'session':{'single_session_mode':false}}; /auth_config/single_session_mode; false",
                "{'test_mode':false}; /auth_config/test_mode; false",
                "{'sign_in':{'preferred_strategy':'otp'}}; /display_config/preferred_sign_in_strategy; 'otp'",
                "{'sign_up':{'mode':'restricted'}}; /user_settings/sign_up/mode; 'restricted'",
                "{'sign_up':{'legal_consent_enabled':true}}; /user_settings/sign_up/legal_consent_enabled; true",
                "{'password':{'min_length':12}}; /user_settings/password_settings/min_length; 12",
                "{'password':{'max_length':64}}; /user_settings/password_settings/max_length; 64",
                "{'password':{'require_uppercase':true}}; /user_settings/password_settings/require_uppercase; true",
                "{'password':{'min_zxcvbn_strength':3}}; /user_settings/password_settings/min_zxcvbn_strength; 3",
                "{'username':{'min_length':6}}; /user_settings/username_settings/min_length; 6",
                "{'actions':{'delete_self':false}}; /user_settings/actions/delete_self; false",
                "{'attributes':{'username':{'enabled':true}}}; /auth_config/username; 'on'",
                "{'attributes':{'username':{'enabled':true}}}; /auth_config/identification_strategies; ['email_address','username']",
                "{'attributes':{'first_name':{'required':true}}}; /user_settings/attributes/first_name/required; true",
                "{'attributes':{'first_name':{'enabled':false}}}; /auth_config/first_name; 'off'",
                "{'display':{'application_name':'Cakes'}}; /display_config/application_name; 'Cakes'",
                "{'display':{'logo_image_url':'https://a.example/l'}}; /display_config/logo_image_url; 'https://a.example/l'",
                "{'display':{'sign_in_url':'https://a.example/in'}}; /display_config/sign_in_url; 'https://a.example/in'",
                "{'display':{'after_sign_out_all_url':'https://a.example'}}; /display_config/after_sign_out_all_url; 'https://a.example'",
                "{'display':{'branded':true}}; /display_config/branded; true",
            })
    void aSettingShows(String patch, String pointer, String value) {
        assertThat(environment(patch).getValue(pointer))
                .isEqualTo(array("[" + value + "]").asJsonArray().get(0));
    }

    @Test
    void anAttributeThatIsOffIsGoodForNothing() {
        var patch =
                "{'attributes':{'username':{'used_for_first_factor':true,'enabled':true},'email_address':{'enabled':false,'required':false}}}";
        var environment = environment(patch);
        assertThat(environment.getValue("/user_settings/attributes/email_address"))
                .isEqualTo(environment.getValue("/user_settings/attributes/passkey"));
        assertThat(environment.getValue("/auth_config/first_factors")).isEqualTo(array("['password']"));
    }

    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT, sign_in_url,      http://localhost:9080/sign-in",
        "DEVELOPMENT, sign_up_url,      http://localhost:9080/sign-up",
        "DEVELOPMENT, user_profile_url, http://localhost:9080/user",
        "DEVELOPMENT, waitlist_url,     http://localhost:9080/waitlist",
        "DEVELOPMENT, home_url,         ''",
        "PRODUCTION,  sign_in_url,      https://clerk.bakery.example/sign-in",
        "PRODUCTION,  sign_up_url,      https://clerk.bakery.example/sign-up",
        "PRODUCTION,  user_profile_url, https://clerk.bakery.example/user",
        "PRODUCTION,  waitlist_url,     https://clerk.bakery.example/waitlist",
        "PRODUCTION,  home_url,         https://bakery.example",
    })
    void anAppWithoutPagesOfItsOwnHasTheHostedOnes(EnvironmentType type, String name, String url) {
        var environment = json(new EnvironmentViews().of(instance(type, DEFAULTS)));
        assertThat(environment.getValue("/display_config/" + name)).isEqualTo(Json.createValue(url));
    }

    @Test
    void aFurtherAppsPagesLieBelowItsOwnPath() {
        var address = new InstanceAddress(EnvironmentType.DEVELOPMENT, "brisk-heron-41", "bakery.example");
        var further = instance(address, address.baseUrl("http://localhost:9080", false), DEFAULTS);
        assertThat(json(new EnvironmentViews().of(further)).getValue("/display_config/sign_in_url"))
                .isEqualTo(Json.createValue("http://localhost:9080/brisk-heron-41/sign-in"));
    }

    private static JsonObject environment(String patch) {
        var settings = SettingsRules.check(SettingsDocument.patched(DEFAULTS, json(patch), DEFAULTS));
        return json(new EnvironmentViews().of(instance(EnvironmentType.DEVELOPMENT, settings)));
    }

    private static Instance instance(EnvironmentType type, InstanceSettings settings) {
        var address = new InstanceAddress(type, "brisk-heron-41", "bakery.example");
        return instance(address, address.baseUrl("http://localhost:9080", true), settings);
    }

    private static Instance instance(InstanceAddress address, String baseUrl, InstanceSettings settings) {
        return new Instance(
                "ins_1",
                "app_1",
                "Bakery",
                address.type(),
                address.slug(),
                address.frontendHost(),
                baseUrl,
                address.domain(),
                address.publishableKey(),
                settings,
                1);
    }

    /** As the web layer writes views. */
    private static JsonObject json(EnvironmentView view) {
        PropertyNamingStrategy names =
                name -> name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        var config = new JsonbConfig().withPropertyNamingStrategy(names).withNullValues(true);
        return Json.createReader(new StringReader(JsonbBuilder.create(config).toJson(view)))
                .readObject();
    }

    private static JsonObject json(String text) {
        return array("[" + text + "]").asJsonArray().getJsonObject(0);
    }

    private static JsonValue array(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readArray();
    }
}
