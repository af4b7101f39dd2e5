package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: all@example.com",
                "Ada\tLovelace",
                "Ada\u0000",
                "Ada\u001b[31m",
                "Ada\u007f",
                "Ada\u0085",
                "Ada\u2028",
                "Ada\u202egnp.exe",
                "Ada\u2066x\u2069",
                "\ufeffAda",
                "Ada\udb40\udc41"
            })
    void controlCharactersInNames(String name) {
        assertThatThrownBy(() -> OneLine.checked("first_name", name)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "Łucja Größe",
                "محمد\u200cرضا",
                "א\u200fב",
                "\uD83D\uDC68\u200D\uD83D\uDC69",
                "O'Brien-Smith, Jr.",
                "山田 太郎"
            })
    void namesOfPeople(String name) {
        assertThat(OneLine.checked("first_name", name)).isEqualTo(name);
    }
}
