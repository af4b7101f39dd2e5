package dev.rollcall.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What strangers send: texts made of the characters that parsers stumble over, and any JSON. */
public final class Hostile {

    private static final int DEPTH = 3;

    private Hostile() {}

    /** Texts of any characters, half of them with many of those that mean something to somebody. */
    public static Arbitrary<String> texts() {
        var telling = Arbitraries.strings()
                .withChars("{}[]()<>|'\"\\/:;,.@%&=+-_*?#$^~` \t\r\n0123456789abcuserABZ")
                .withChars('\0', '\u200b', '\u202e', '\ud800', '\udc00', '\u0130', '\uff0e', '\u00e9')
                .ofMaxLength(60);
        return Arbitraries.oneOf(telling, Arbitraries.strings().ofMaxLength(60));
    }

    /** JSON of every kind, a few levels deep. */
    public static Arbitrary<JsonValue> json() {
        return json(DEPTH);
    }

    private static Arbitrary<JsonValue> json(int depth) {
        var plain = Arbitraries.oneOf(List.of(
                texts().map(text -> (JsonValue) Json.createValue(text)),
                Arbitraries.longs().map(number -> (JsonValue) Json.createValue(number)),
                Arbitraries.bigDecimals().map(number -> (JsonValue) Json.createValue(number)),
                Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL)));
        if (depth == 0) {
            return plain;
        }
        var lists = json(depth - 1).list().ofMaxSize(3).map(values -> {
            var array = Json.createArrayBuilder();
            values.forEach(array::add);
            return (JsonValue) array.build();
        });
        var objects = Arbitraries.maps(texts(), json(depth - 1)).ofMaxSize(3).map(fields -> {
            var object = Json.createObjectBuilder();
            fields.forEach(object::add);
            return (JsonValue) object.build();
        });
        return Arbitraries.oneOf(List.of(plain, lists, objects));
    }

    /** Has something read that answers, or refuses what it is given; anything else it throws is a defect. */
    public static void refusedOrRead(Supplier<?> reading) {
        try {
            assertThat(reading.get()).isNotNull();
        } catch (Refusal refusal) {
            assertThat(refusal.problem().kind()).isNotNull();
        }
    }
}
