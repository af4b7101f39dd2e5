package dev.rollcall.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.Hostile;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClaimTemplatePropertiesTest {

    @Property
    void aTemplateIsRefusedOrRenders(@ForAll("json") JsonValue claims, @ForAll("json") JsonValue fact) {
        var template = object("a", claims);
        Hostile.refusedOrRead(
                () -> ClaimTemplate.checked(template, Set.of(), "claims").in(object("user", fact)));
    }

    @Property
    void aShortcodeIsReadOrNone(@ForAll("texts") String code, @ForAll("json") JsonValue fact) {
        var text = ClaimText.of("{{" + code + "}}");
        text.ifPresent(read -> assertThat(read.in(object("user", fact))).isNotNull());
    }

    @Property
    void whatHasNoShortcodeStaysAsItIs(@ForAll("texts") String text) {
        Assume.that(!text.contains("{{"));
        assertThat(ClaimTemplate.stored(object("a", Json.createValue(text)))
                        .in(JsonValue.EMPTY_JSON_OBJECT)
                        .getString("a"))
                .isEqualTo(text);
    }

    @Property
    void factsAreNeverReadAsShortcodes(@ForAll("texts") String text) {
        var fact = "{{user.secret}}" + text;
        var facts = Json.createObjectBuilder()
                .add("user", Json.createObjectBuilder().add("name", fact).add("secret", "s3cret"))
                .build();
        var claims = ClaimTemplate.stored(Json.createObjectBuilder()
                        .add("whole", "{{user.name}}")
                        .add("part", "x {{user.name}}")
                        .build())
                .in(facts);
        assertThat(claims.getString("whole")).isEqualTo(fact);
        assertThat(claims.getString("part")).isEqualTo("x " + fact);
    }

    @Property
    void theAlternativeIsTakenOfWhatIsNotThere(@ForAll("texts") String text) {
        var quoted = text.replace("\\", "\\\\").replace("'", "\\'");
        var claims = ClaimTemplate.stored(object("a", Json.createValue("{{user.nothing || '" + quoted + "'}}")));
        assertThat(claims.in(JsonValue.EMPTY_JSON_OBJECT).getString("a")).isEqualTo(text);
    }

    private static JsonObject object(String name, JsonValue value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    @Provide
    Arbitrary<JsonValue> json() {
        return Hostile.json();
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }
}
