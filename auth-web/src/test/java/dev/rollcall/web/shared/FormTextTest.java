package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTest {

    @Test
    void readsNamesAndValuesInOrder() {
        assertThat(parse("a=1&b=x+y&a=%C3%A9%26&c&&d=="))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", List.of("1", "é&"), "b", List.of("x y"), "c", List.of(""), "d", List.of("=")));
        assertThat(parse("")).isEmpty();
        assertThat(parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%C3", "a=%C3%28", "%e2%82=1", "a=%+1"})
    void refusesWhatIsNotUtf8(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(CommonProblem.REQUEST_BODY_INVALID));
    }

    @Test
    void refusesAFloodOfFields() {
        assertThatThrownBy(() -> parse("a=1&".repeat(1001))).isInstanceOf(Refusal.class);
    }

    @Test
    void leavesPlusAloneInPaths() {
        assertThat(FormText.decode("/a+b%2F", false, CommonProblem.REQUEST_BODY_INVALID))
                .isEqualTo("/a+b/");
    }

    private static Map<String, List<String>> parse(String text) {
        return FormText.parse(text, CommonProblem.REQUEST_BODY_INVALID);
    }
}
