package dev.rollcall.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.Hostile;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SigningPairPropertiesTest {

    private static final SigningPair KEYS = SigningPairTest.keys("ins_1", RsaKeys.generate());
    private static final String TOKEN =
            KEYS.sign(Json.createObjectBuilder().add("sub", "user_1").build(), null);

    @Property
    void noTextIsAToken(@ForAll("tokens") String text) {
        assertThat(KEYS.verify(text)).isEmpty();
    }

    @Property(tries = 300)
    void noTokenIsOneWithAnotherCharacterInIt(@ForAll @IntRange(max = 1000) int at, @ForAll("texts") String other) {
        int place = at % TOKEN.length();
        var changed = TOKEN.substring(0, place) + other + TOKEN.substring(place + 1);
        if (!changed.equals(TOKEN)) {
            assertThat(KEYS.verify(changed)).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> tokens() {
        var encoded = Hostile.texts()
                .map(text ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        var part = Arbitraries.oneOf(
                encoded,
                Hostile.texts(),
                Arbitraries.of(TOKEN.split("\\.")),
                Hostile.json().map(json -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8))));
        return part.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(".", parts))
                .filter(t -> !t.equals(TOKEN));
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }
}
