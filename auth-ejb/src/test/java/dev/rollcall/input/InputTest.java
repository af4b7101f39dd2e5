package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputTest {

    @Test
    void theEmptyStringOfAFormIsNull() {
        var form = Input.ofForm(Map.of("organization_id", List.of(""), "first_name", List.of("Ada")));
        assertThat(form.has("organization_id")).isTrue();
        assertThat(form.text("organization_id")).isEmpty();
        assertThat(form.change("organization_id")).isEqualTo(new Change.Cleared<>());
        assertThat(form.change("first_name")).isEqualTo(new Change.Set<>("Ada"));
        assertThat(form.change("last_name")).isEqualTo(new Change.Absent<>());
    }

    @Test
    void anObjectInAFormIsAJsonText() {
        var form = Input.ofForm(Map.of("unsafe_metadata", List.of("{\"a\":1}")));
        assertThat(form.object("unsafe_metadata"))
                .contains(Json.createObjectBuilder().add("a", 1).build());
    }

    @Test
    void repeatedFieldsAndJsonArraysAreLists() {
        assertThat(Input.ofForm(Map.of("email_address[]", List.of("a@b.co", "c@d.co")))
                        .list("email_address"))
                .containsExactly("a@b.co", "c@d.co");
        var json = Json.createObjectBuilder()
                .add("email_address", Json.createArrayBuilder().add("a@b.co"))
                .build();
        assertThat(Input.ofJson(json).list("email_address")).containsExactly("a@b.co");
    }

    @Test
    void refusesWhatIsMissingOrOfTheWrongTypeByName() {
        var form = Input.ofForm(
                Map.of("limit", List.of("ten"), "flag", List.of("maybe"), "unsafe_metadata", List.of("[1]")));
        assertRefused(() -> form.required("code"), CommonProblem.FORM_PARAM_NIL, "code");
        assertRefused(() -> form.number("limit"), CommonProblem.FORM_PARAM_TYPE_INVALID, "limit");
        assertRefused(() -> form.flag("flag"), CommonProblem.FORM_PARAM_TYPE_INVALID, "flag");
        assertRefused(() -> form.object("unsafe_metadata"), CommonProblem.FORM_PARAM_TYPE_INVALID, "unsafe_metadata");
        assertRefused(() -> form.only(Set.of("limit", "flag")), CommonProblem.FORM_PARAM_UNKNOWN, "unsafe_metadata");
    }

    @Test
    void aNumberOutsideItsBoundsIsRefusedByName() {
        var form = Input.ofForm(Map.of("limit", List.of("10")));
        assertThat(form.number("limit", 10, 10)).hasValue(10);
        assertThat(form.number("offset", 0, 9)).isEmpty();
        assertRefused(() -> form.number("limit", 0, 9), CommonProblem.FORM_PARAM_VALUE_INVALID, "limit");
        assertRefused(() -> form.number("limit", 11, 20), CommonProblem.FORM_PARAM_VALUE_INVALID, "limit");
    }

    @Test
    void aTimeThatNoCalendarHoldsIsRefused() {
        var form = Input.ofForm(
                Map.of("first", List.of("0"), "last", List.of("253402300799999"), "never", List.of("253402300800000")));
        assertThat(form.moment("first")).contains(Instant.EPOCH);
        assertThat(form.moment("last")).contains(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThat(form.moment("absent")).isEmpty();
        assertRefused(() -> form.moment("never"), CommonProblem.FORM_PARAM_VALUE_INVALID, "never");
    }

    @Test
    void moreValuesThanWantedAreRefused() {
        var form = Input.ofForm(Map.of("type", List.of("a", "b")));
        assertThat(form.list("type", 2)).containsExactly("a", "b");
        assertRefused(() -> form.list("type", 1), CommonProblem.FORM_PARAM_VALUE_INVALID, "type");
    }

    /** A file that was sent as a form is one long name, digests and all. */
    @Test
    void echoOfAnUploadAsAParameterNameIsRefused() {
        var form = Input.ofForm(Map.of("id,password_digest\n1,$2a$10$abc", List.of("")));
        assertThatThrownBy(() -> form.only(Set.of("limit"))).satisfies(refused -> {
            assertThat(((Refusal) refused).meta()).isEmpty();
            assertThat(((Refusal) refused).longMessage()).doesNotContain("password_digest");
        });
    }

    @Test
    void aDeeplyNestedObjectIsRefused() {
        var deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        var form = Input.ofForm(Map.of("unsafe_metadata", List.of(deep)));
        assertRefused(() -> form.object("unsafe_metadata"), CommonProblem.FORM_PARAM_VALUE_INVALID, "unsafe_metadata");
    }

    @Test
    void aNulByteIsRefused() {
        var form = Input.ofForm(Map.of("first_name", List.of("a\0b")));
        assertRefused(() -> form.text("first_name"), CommonProblem.FORM_PARAM_FORMAT_INVALID, "first_name");
    }

    private static void assertRefused(Runnable reading, CommonProblem problem, String parameter) {
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.problem()).isEqualTo(problem);
            assertThat(r.meta()).containsEntry("param_name", parameter);
        });
    }
}
