package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InputPropertiesTest {

    private static final List<Function<Input, Object>> READERS = List.of(
            input -> input.text("a"),
            input -> input.required("a"),
            input -> input.change("a"),
            input -> input.flag("a", true),
            input -> input.flag("a"),
            input -> input.number("a"),
            input -> input.list("a"),
            input -> input.object("a"),
            input -> input.only(java.util.Set.of("b")));

    @Property
    void everyReaderReadsOrRefusesAnyJson(@ForAll("json") JsonValue value) {
        var input = Input.ofJson(Json.createObjectBuilder().add("a", value).build());
        READERS.forEach(reader -> Hostile.refusedOrRead(() -> reader.apply(input)));
    }

    @Property
    void everyReaderReadsOrRefusesAnyText(@ForAll("texts") String name, @ForAll("texts") String text) {
        var input = Input.ofForm(Map.of("a", List.of(text), name + "[]", List.of(text, "")));
        READERS.forEach(reader -> Hostile.refusedOrRead(() -> reader.apply(input)));
    }

    @Property
    void whatIsWrittenAsJsonIsReadAsTheSame(@ForAll("json") JsonValue value) {
        var object = Json.createObjectBuilder().add("a", value).build();
        assertThat(JsonText.object(object.toString()).map(Object::toString)).contains(object.toString());
    }

    @Property
    void noTextBreaksTheReaderOfJson(@ForAll("texts") String text) {
        assertThat(JsonText.object(text)).isNotNull();
        assertThat(JsonText.object("{\"a\":" + text + "}")).isNotNull();
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
