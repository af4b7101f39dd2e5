package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "1", "null", "{", "{}x", "{}{}", "{\"a\":}", "{\"a\":NaN}"})
    void isNoObject(String text) {
        assertThat(JsonText.object(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 100_000})
    void hasAnEndToDepth(int depth) {
        assertThat(JsonText.object("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
                .isEmpty();
        assertThat(JsonText.object("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\":[1,-2.5,1e308,1e-300,0]} ", "{\"a\":{\"a\":{\"a\":null}}}"})
    void isModest(String text) {
        assertThat(JsonText.isModest(JsonText.object(text).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e100000", "1e999999999", "1e-309", "1e-999999999"})
    void refusesNumbersThatWouldFillPages(String number) {
        var form = Input.ofForm(Map.of("metadata", List.of("{\"a\":[" + number + "]}")));

        assertThatThrownBy(() -> form.object("metadata"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(CommonProblem.FORM_PARAM_VALUE_INVALID));
    }
}
