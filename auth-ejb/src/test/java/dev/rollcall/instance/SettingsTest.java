package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final InstanceSettings DEFAULTS = InstanceSettings.defaults(EnvironmentType.DEVELOPMENT);

    @ParameterizedTest
    @EnumSource
    void theDefaultsAgreeWithEachOtherAndSurviveJson(EnvironmentType type) {
        var defaults = InstanceSettings.defaults(type);
        assertThat(SettingsRules.check(defaults)).isEqualTo(defaults);
        var other = InstanceSettings.defaults(
                type == EnvironmentType.PRODUCTION ? EnvironmentType.DEVELOPMENT : EnvironmentType.PRODUCTION);
        assertThat(SettingsDocument.stored(SettingsDocument.write(defaults), other))
                .isEqualTo(defaults);
    }

    @ParameterizedTest(name = "{0} -> {1} at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'shoes':1};                                        FORM_PARAM_UNKNOWN;       shoes",
                "{'password':{'shoe_size':43}};                      FORM_PARAM_UNKNOWN;       password.shoe_size",
                "{'password':8};                                     FORM_PARAM_TYPE_INVALID;  password",
                "{'password':{'min_length':'8'}};                    FORM_PARAM_TYPE_INVALID;  password.min_length",
                "{'password':{'min_length':8.5}};                    FORM_PARAM_TYPE_INVALID;  password.min_length",
                "{'password':{'min_length':7}};                      FORM_PARAM_VALUE_INVALID; password.min_length",
                "{'password':{'min_length':73}};                     FORM_PARAM_VALUE_INVALID; password.min_length",
                "{'password':{'min_length':4294967304}};             FORM_PARAM_VALUE_INVALID; password.min_length",
                "{'password':{'min_length':1e999999999}};            FORM_PARAM_TYPE_INVALID;  password.min_length",
                "{'password':{'min_length':20,'max_length':10}};     FORM_PARAM_VALUE_INVALID; password.max_length",
                "{'password':{'require_numbers':'yes'}};             FORM_PARAM_TYPE_INVALID;  password.require_numbers",
                "{'password':{'min_zxcvbn_strength':5}};             FORM_PARAM_VALUE_INVALID; password.min_zxcvbn_strength",
                "{'username':{'min_length':3}};                      FORM_PARAM_VALUE_INVALID; username.min_length",
                "{'session':{'lifetime_seconds':-1}};                FORM_PARAM_VALUE_INVALID; session.lifetime_seconds",
                "{'session':{'inactivity_timeout_seconds':604801}};  FORM_PARAM_VALUE_INVALID; session.inactivity_timeout_seconds",
                "{'session':{'inactivity_timeout_seconds':299}};     FORM_PARAM_VALUE_INVALID; session.inactivity_timeout_seconds",
                "{'verification':{'max_attempts':0}};                FORM_PARAM_VALUE_INVALID; verification.max_attempts",
                "{'sign_up':{'mode':'sometimes'}};                   FORM_PARAM_VALUE_INVALID; sign_up.mode",
                "{'sign_up':{'mode':['public']}};                    FORM_PARAM_TYPE_INVALID;  sign_up.mode",
                "{'test_mode':1};                                    FORM_PARAM_TYPE_INVALID;  test_mode",
                "{'display':{'application_name':7}};                 FORM_PARAM_TYPE_INVALID;  display.application_name",
            })
    void aWrongSettingIsRefusedByItsPath(String patch, CommonProblem problem, String path) {
        var refusal = catchThrowableOfType(Refusal.class, () -> changed(patch));
        assertThat(refusal).as(patch).isNotNull();
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.meta()).containsEntry("param_name", path);
        assertThat(refusal.longMessage()).startsWith(path);
    }

    @ParameterizedTest(name = "attributes: {0} -> {1} at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'email_address':{'first_factors':'email_code'}}; TYPE_INVALID; email_address.first_factors",
                "{'email_address':{'first_factors':['carrier_pigeon']}}; VALUE_INVALID; email_address.first_factors",
                "{'email_address':{'verifications':[]}}; VALUE_INVALID; email_address.verify_at_sign_up",
                "{'username':{'required':true}}; VALUE_INVALID; username.required",
                "{'username':{'first_factors':['email_code']}}; VALUE_INVALID; username.first_factors",
                "{'phone_number':{'first_factors':['email_code']}}; VALUE_INVALID; phone_number.first_factors",
                "{'phone_number':{'verify_at_sign_up':true}}; VALUE_INVALID; phone_number.verify_at_sign_up",
                "{'email_address':{'first_factors':['phone_code']}}; VALUE_INVALID; email_address.first_factors",
                "{'email_address':{'used_for_first_factor':false}}; VALUE_INVALID; email_address.used_for_first_factor",
                "{'shoe_size':{'enabled':true}}; UNKNOWN; shoe_size",
            })
    void aWrongAttributeIsRefusedByItsPath(String patch, String problem, String path) {
        aWrongSettingIsRefusedByItsPath(
                "{'attributes':" + patch + "}", CommonProblem.valueOf("FORM_PARAM_" + problem), "attributes." + path);
    }

    /** Components put these URLs into links. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/sign-in",
                "https://",
                "ht tp://x",
                "file:///etc/passwd"
            })
    void aUrlThatIsNoWebAddressIsRefused(String url) {
        var refusal = catchThrowableOfType(Refusal.class, () -> changed("{'display':{'home_url':'" + url + "'}}"));
        assertThat(refusal.meta()).containsEntry("param_name", "display.home_url");
    }

    @Test
    void anInstanceThatNobodyCouldSignInToIsRefused() {
        var noName = "{'attributes':{'email_address':{'enabled':false,'required':false,'verify_at_sign_up':false}}}";
        assertThat(catchThrowableOfType(Refusal.class, () -> changed(noName)).meta())
                .containsEntry("param_name", "attributes.email_address.enabled");
        var noProof =
                "{'attributes':{'password':{'enabled':false,'required':false},'email_address':{'first_factors':[]}}}";
        assertThat(catchThrowableOfType(Refusal.class, () -> changed(noProof)).meta())
                .containsEntry("param_name", "attributes.password.enabled");
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        var changed = changed("{'password':{'min_length':12},'display':{'home_url':'https://app.example/?a=b'}}");
        assertThat(changed.password().minLength()).isEqualTo(12);
        assertThat(changed.password().maxLength()).isEqualTo(72);
        assertThat(changed.display().homeUrl()).isEqualTo("https://app.example/?a=b");
        assertThat(changed.session()).isEqualTo(DEFAULTS.session());
    }

    @Test
    void nullBringsTheDefaultBack() {
        var changed = changed("{'password':{'min_length':12},'test_mode':false}");
        var back =
                SettingsDocument.patched(changed, json("{'password':{'min_length':null},'test_mode':null}"), DEFAULTS);
        assertThat(back).isEqualTo(DEFAULTS);
    }

    @Test
    void aDocumentOfAnotherReleaseIsCompletedAndItsUnknownKeysAreLeft() {
        var settings =
                SettingsDocument.stored(json("{'password':{'min_length':10,'pepper':true},'horoscope':{}}"), DEFAULTS);
        assertThat(settings.password().minLength()).isEqualTo(10);
        assertThat(settings.session()).isEqualTo(DEFAULTS.session());
    }

    @Test
    void everyNumberHasItsBounds() {
        assertThat(Arrays.stream(InstanceSettings.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(component -> component.getType() == int.class || component.getType() == long.class))
                .allMatch(component -> component.isAnnotationPresent(Allowed.class));
    }

    @Test
    void theSchemaNamesEverySetting() {
        var schema = SettingsSchema.of(List.of());
        assertThat(schema.getJsonObject("properties").keySet())
                .isEqualTo(SettingsDocument.write(DEFAULTS).keySet());
        assertThat(schema.getValue("/properties/password/properties/min_length/minimum")
                        .toString())
                .isEqualTo("8");
    }

    private static InstanceSettings changed(String patch) {
        return SettingsRules.check(SettingsDocument.patched(DEFAULTS, json(patch), DEFAULTS));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
