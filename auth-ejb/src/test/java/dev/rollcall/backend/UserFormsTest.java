package dev.rollcall.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.ApiVersion;
import dev.rollcall.input.Change;
import dev.rollcall.input.Input;
import dev.rollcall.instance.EnvironmentType;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFormsTest {

    private static final Instance INSTANCE = new Instance(
            "ins_1",
            "app_1",
            "App",
            EnvironmentType.DEVELOPMENT,
            "app-1",
            "app-1.clerk.accounts.dev",
            "http://localhost:9080",
            null,
            "pk_test_x",
            InstanceSettings.defaults(EnvironmentType.DEVELOPMENT),
            1);
    private static final ApiVersion TODAY = ApiVersion.of(Optional.of("2026-05-12"));

    @Test
    void aUserStartsWithWhatTheRequestSaysAndTheInstanceAllows() {
        var form = create("""
                {'email_address': ['Ada@Example.org', 'b@c.de'], 'email_address_identification_status': ['verified', 'reserved'],
                 'password': ' secret word ', 'first_name': ' Ada ', 'created_at': '2012-10-20T07:15:20.9021Z',
                 'create_organizations_limit': 0}""");
        var user = form.user(INSTANCE, "digest");

        assertThat(form.emails())
                .containsExactly(
                        new CreateUserForm.Email("ada@example.org", false), new CreateUserForm.Email("b@c.de", true));
        assertThat(form.password()).contains(" secret word ");
        assertThat(user.firstName()).isEqualTo("Ada");
        assertThat(user.createdAt()).isEqualTo(Instant.parse("2012-10-20T07:15:20.902Z"));
        assertThat(user.createOrganizationsLimit()).isZero();
        assertThat(user.privateMetadata()).isEmpty();
        assertThat(user.deleteSelfEnabled())
                .isEqualTo(INSTANCE.settings().actions().deleteSelf());
    }

    @ParameterizedTest(name = "create {0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "{'shoe_size': 43} | form_param_unknown | shoe_size",
                "{'email_address': ['a'], 'password': 'p'} | form_param_format_invalid | email_address",
                "{'email_address': ['a@b.co'], 'phone_number': ['+15555550100']} | form_param_unknown | phone_number",
                "{'email_address': ['a@b.co'], 'password_digest': 'x'} | form_param_nil | password_hasher",
                "{'email_address': ['a@b.co'], 'password_digest': 'x', 'password_hasher': 'awscognito'} | form_param_value_invalid | password_hasher",
                "{'email_address': ['a@b.co'], 'password_digest': 'x', 'password_hasher': 'bcrypt'} | form_password_digest_invalid_code | password_digest",
                "{'email_address': ['a@b.co'], 'password_digest': 'x', 'password': 'p'} | form_param_value_invalid | password_digest",
                "{'email_address': ['a@b.co'], 'backup_codes': ['x']} | form_param_unknown | backup_codes",
                "{'email_address': ['a@b.co'], 'username': 'adalove'} | form_param_unknown | username",
                "{'password': 'p'} | form_data_missing | -",
                "{'email_address': ['a@b.co']} | form_data_missing | -",
                "{'password': 'p', 'skip_user_requirement': true} | form_data_missing | -",
            })
    void aRequestToCreateIsRefusedByName(String body, String code, String parameter) {
        assertRefused(() -> create(body), code, parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"['verified', 'reserved']", "['sure']"})
    void eachAddressHasOneStatusThatWeKnow(String statuses) {
        var body = "{'email_address': ['a@b.co'], 'password': 'p', 'email_address_identification_status': " + statuses
                + "}";
        assertRefused(() -> create(body), "form_param_value_invalid", "email_address_identification_status");
    }

    @Test
    void emptyFieldsOfWhatIsNotAvailableAskForNothing() {
        var form = create("""
                {'email_address': ['a@b.co'], 'skip_password_requirement': true, 'phone_number': [], 'totp_secret': null,
                 'username': ''}""");
        assertThat(form.password()).isEmpty();
        assertThat(form.username()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'created_at': 'yesterday'} | form_param_format_invalid | created_at",
                "{'created_at': '+12012-10-20T07:15:20Z'} | form_param_format_invalid | created_at",
                "{'create_organizations_limit': -1} | form_param_value_invalid | create_organizations_limit",
                "{'sign_out_of_other_sessions': true} | form_param_value_invalid | sign_out_of_other_sessions",
                "{'totp_secret': 'JBSWY3DP'} | form_param_unknown | totp_secret",
                "{'public_metadata': {}} | form_param_unknown | public_metadata",
                "{'email_address': ['a@b.co']} | form_param_unknown | email_address",
            })
    void aRequestToChangeIsRefusedByName(String body, String code, String parameter) {
        assertRefused(() -> UpdateUserForm.of(INSTANCE, input(body), TODAY).changes(), code, parameter);
    }

    @Test
    void aChangeSpeaksOfWhatItNamesAlone() {
        var changes = UpdateUserForm.of(INSTANCE, input("{'first_name': null, 'last_name': 'Lovelace'}"), TODAY)
                .changes();
        assertThat(changes.firstName()).isEqualTo(new Change.Cleared<>());
        assertThat(changes.lastName()).isEqualTo(new Change.Set<>("Lovelace"));
        assertThat(changes.locale()).isEqualTo(new Change.Absent<>());
        assertThat(changes.deleteSelfEnabled()).isEmpty();
    }

    @Test
    void anOlderVersionPatchesMetadataToo() {
        var older = ApiVersion.of(Optional.of("2025-11-10"));
        assertThat(UpdateUserForm.of(INSTANCE, input("{'public_metadata': {'a': 1}}"), older)
                        .hasMetadata())
                .isTrue();
        assertThat(UpdateUserForm.of(INSTANCE, input("{'first_name': 'Ada'}"), older)
                        .hasMetadata())
                .isFalse();
    }

    private static CreateUserForm create(String body) {
        return CreateUserForm.of(INSTANCE, input(body));
    }

    private static Input input(String body) {
        try (var reader = Json.createReader(new StringReader(body.replace('\'', '"')))) {
            return Input.ofJson(reader.readObject());
        }
    }

    private static void assertRefused(Runnable asking, String code, String parameter) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.meta().get("param_name")).isEqualTo(parameter);
        });
    }
}
