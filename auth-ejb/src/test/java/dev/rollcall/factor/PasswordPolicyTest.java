package dev.rollcall.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceSettings;
import dev.rollcall.instance.Instances;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private static final Instance STRICT = Instances.withPasswordRules(
            new InstanceSettings.Password(8, 20, true, true, true, true, false, 0, true, false, false));
    private static final Instance MEASURED = Instances.withPasswordRules(
            new InstanceSettings.Password(8, 72, false, false, false, false, true, 3, false, false, false));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Sh0rt!,                  FORM_PASSWORD_LENGTH_TOO_SHORT",
        "Far_too_long_for_th1s_r, FORM_PASSWORD_LENGTH_TOO_LONG",
        "no_upper_case_1,         FORM_PASSWORD_NO_UPPERCASE",
        "NO_LOWER_CASE_1,         FORM_PASSWORD_NO_LOWERCASE",
        "No_number_here,          FORM_PASSWORD_NO_NUMBER",
        "NoSpecialChar1,          FORM_PASSWORD_NO_SPECIAL_CHAR",
    })
    void refusesWhatBreaksARule(String password, PasswordProblem problem) {
        assertRefused(STRICT, password, problem);
    }

    @Test
    void refusesWhatAttackersTryFirstWhateverItsCase() {
        assertRefused(Instances.development(), "Password123", PasswordProblem.FORM_PASSWORD_PWNED);
    }

    @Test
    void refusesTheUsersOwnAddress() {
        assertRefused(Instances.development(), "Ada@Example.org", PasswordProblem.FORM_PASSWORD_MATCHES_IDENTIFIER);
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThatCode(() -> PasswordPolicy.check(Instances.development(), "пароль-ёж", "password", List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsAWeakPasswordHowToBecomeStronger() {
        assertThatThrownBy(() -> PasswordPolicy.check(MEASURED, "abcabcabcabc", "new_password", List.of()))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.problem()).isEqualTo(PasswordProblem.FORM_PASSWORD_NOT_STRONG_ENOUGH);
                    assertThat(r.meta()).containsEntry("param_name", "new_password");
                    var suggestions = ((JsonObject) r.meta().get("zxcvbn")).getJsonArray("suggestions");
                    assertThat(suggestions.getValuesAs(JsonObject.class))
                            .extracting(s -> s.getString("code"))
                            .contains("repeated");
                });
    }

    @Test
    void takesAStrongPassword() {
        assertThatCode(() -> PasswordPolicy.check(MEASURED, "orbit-walnut-seventeen-quiet", "password", List.of()))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(Instance instance, String password, PasswordProblem problem) {
        assertThatThrownBy(() -> PasswordPolicy.check(instance, password, "password", List.of("ada@example.org")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(problem));
    }
}
