package dev.rollcall.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTemplateTest {

    private static final JsonObject FACTS = json("""
            {"user": {"id": "user_1", "first_name": "Maria", "last_name": null, "email_verified": false,
              "public_metadata": {"age": 0, "interests": ["hiking", "knitting"], "addresses": {"Home": "2355 Pointe Lane"},
                "trick": "{{user.unsafe_metadata.secret}}", "empty": "", "naïve-key": 7},
              "unsafe_metadata": {"secret": "hidden", "claims": "\\"},\\"sub\\":\\"user_2"}}}""");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '"',
            value = {
                "{{user.first_name}}                                  > \"\"\"Maria\"\"\"",
                "{{ user.first_name }}                                > \"\"\"Maria\"\"\"",
                "{{user.last_name}}                                   > null",
                "{{user.i_dont_exist}}                                > null",
                "{{nobody.knows.me}}                                  > null",
                "{{user.first_name.length}}                           > null",
                "{{user.email_verified}}                              > false",
                "{{user.public_metadata.age}}                         > 0",
                "{{user.public_metadata.interests}}                   > \"[\"\"hiking\"\",\"\"knitting\"\"]\"",
                "{{user.public_metadata.addresses}}                   > \"{\"\"Home\"\":\"\"2355 Pointe Lane\"\"}\"",
                "{{user.public_metadata.addresses.Home}}              > \"\"\"2355 Pointe Lane\"\"\"",
                "{{user.public_metadata.naïve-key}}                   > 7",
                "{{user.last_name || 'Doe'}}                          > \"\"\"Doe\"\"\"",
                "{{user.last_name||user.first_name||'x'}}             > \"\"\"Maria\"\"\"",
                "{{user.email_verified || user.last_name}}            > null",
                "{{user.last_name || user.email_verified}}            > false",
                "{{user.public_metadata.age || 30}}                   > 0",
                "{{user.public_metadata.empty || 'x'}}                > \"\"\"\"\"\"",
                "{{user.unsafe_metadata.age || 30 }}                  > 30",
                "{{user.unsafe_metadata.age || -1.5}}                 > -1.5",
                "{{user.unsafe_metadata.age || true}}                 > true",
                "{{'a || b }} c'}}                                    > \"\"\"a || b }} c\"\"\"",
                "{{'it\\'s'}}                                         > \"\"\"it's\"\"\"",
                "{{user.last_name}} {{user.first_name}}               > \"\"\"null Maria\"\"\"",
                "Hello {{user.last_name || 'you'}}!                   > \"\"\"Hello you!\"\"\"",
                "{{user.public_metadata.age}}x                        > \"\"\"0x\"\"\"",
                "plain { text }}                                      > \"\"\"plain { text }}\"\"\"",
            })
    void aShortcodeStandsForItsFact(String text, String value) {
        var rendered = rendered(Json.createObjectBuilder().add("claim", text).build());
        assertThat(rendered.get("claim")).hasToString(value);
    }

    @Test
    void shortcodesAreFoundAtAnyDepthAndWhateverElseIsThereStays() {
        var rendered = rendered(json("""
                {"https://hasura.io/jwt/claims": {"x-hasura-user-id": "{{user.id}}", "x-hasura-allowed-roles": ["user", "{{user.last_name || 'guest'}}"]},
                 "version": 1, "none": null, "{{user.id}}": true}"""));
        assertThat(rendered).isEqualTo(json("""
                {"https://hasura.io/jwt/claims": {"x-hasura-user-id": "user_1", "x-hasura-allowed-roles": ["user", "guest"]},
                 "version": 1, "none": null, "{{user.id}}": true}"""));
    }

    /** People write their own unsafe metadata: what stands there is data and never a template, nor can it end a claim. */
    @Test
    void aShortcodeInSomebodysMetadataIsNotRun() {
        var rendered = rendered(json("""
                {"a": "{{user.public_metadata.trick}}", "b": "<{{user.public_metadata.trick}}>", "c": "{{user.unsafe_metadata.claims}}"}"""));
        assertThat(rendered.getString("a")).isEqualTo("{{user.unsafe_metadata.secret}}");
        assertThat(rendered.getString("b")).isEqualTo("<{{user.unsafe_metadata.secret}}>");
        assertThat(rendered.keySet()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{user.first_name",
                "{{}}",
                "{{ }}",
                "{{ || 'a'}}",
                "{{user.first_name | 'a'}}",
                "{{user.first name}}",
                "{{'open}}",
                "{{\"double\"}}",
                "{{.}}",
                "{{user..id}}",
                "{{user.id.}}",
                "{{'a' 'b'}}",
                "{{user.{{user.id}}}}",
                "{{1e999}}",
                "{{00}}"
            })
    void whatCannotBeReadIsRefusedWhenItIsWrittenAndNotWhenATokenIsDue(String text) {
        var claims = Json.createObjectBuilder()
                .add("deep", Json.createArrayBuilder().add(text))
                .build();
        assertThatThrownBy(() -> ClaimTemplate.checked(claims, Set.of(), "claims"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(CommonProblem.FORM_PARAM_FORMAT_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"azp", "exp", "iat", "iss", "jti", "nbf", "sub"})
    void aReservedClaimIsRefused(String claim) {
        var claims = Json.createObjectBuilder().add(claim, "user_2").build();
        assertThatThrownBy(() -> ClaimTemplate.checked(claims, ClaimTemplate.TOKEN, "claims"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                        .isEqualTo(ClaimProblem.JWT_TEMPLATE_RESERVED_CLAIM));
    }

    @Test
    void aTemplateHasAnEnd() {
        var long_ = Json.createObjectBuilder().add("a", "x".repeat(20_000)).build();
        var many =
                Json.createObjectBuilder().add("a", "{{user.id}}".repeat(101)).build();
        assertThatThrownBy(() -> ClaimTemplate.checked(long_, Set.of(), "claims"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ClaimTemplate.checked(many, Set.of(), "claims"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void noTextAtAllMakesItFail() {
        var random = new Random(42);
        var letters = "{}|'\\. auser_id01\"é\u0000";
        for (int n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            ClaimText.of(text.toString())
                    .ifPresent(parsed -> assertThat(parsed.in(FACTS)).isNotNull());
        }
    }

    private static JsonObject rendered(JsonObject claims) {
        return ClaimTemplate.checked(claims, ClaimTemplate.TOKEN, "claims").in(FACTS);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
