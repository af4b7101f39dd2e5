package dev.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsAvatarTest {

    @ParameterizedTest
    @CsvSource({
        "Ada,        Lovelace, ada@example.com, >AL<",
        "'',         '',       zoe@example.com, >Z<",
        "élodie,     '',       '',              >É<",
        "'<script>', '\"&',    '',              >S<",
    })
    void showsInitialsAndNothingElse(String first, String last, String address, String shown) {
        assertThat(svg(first, last, address)).contains(shown).doesNotContain("Lovelace", "example.com", "script");
    }

    @Test
    void aNamelessUserIsASilhouette() {
        assertThat(svg("", "", "")).contains("<circle").doesNotContain("<text");
    }

    private static String svg(String first, String last, String address) {
        return new String(InitialsAvatar.of("user_1", first, last, address).content(), StandardCharsets.UTF_8);
    }
}
