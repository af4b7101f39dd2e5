package dev.rollcall.input;

import dev.rollcall.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads JSON that strangers send: nothing may follow it, and there is an end to depth and to numbers. */
public final class JsonText {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int MAX_DEPTH = 32;

    /** What may be read without a look before: so few values that it does not matter. */
    private static final int SMALL = 4 << 10;

    /** A thousand users at once, with thirty fields each. */
    private static final int MOST_VALUES = 60_000;

    private static final int DEEPEST = 200;

    /** Beyond what a double holds. PostgreSQL would write {@code 1e100000} out in full. */
    private static final int MAX_EXPONENT = 308;

    private JsonText() {}

    /** The object that the text is; empty for any other text. */
    public static Optional<JsonObject> object(String text) {
        if (holdsTooMuch(text)) {
            return Optional.empty();
        }
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            var object = parser.getObject();
            return parser.hasNext() ? Optional.empty() : Optional.of(object);
        } catch (RuntimeException
                | StackOverflowError e) { // the parser has several for text that is no object or too deep
            return Optional.empty();
        }
    }

    /** The array that the text is; empty for any other text. */
    public static Optional<JsonArray> array(String text) {
        if (holdsTooMuch(text)) {
            return Optional.empty();
        }
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            var array = parser.getArray();
            return parser.hasNext() ? Optional.empty() : Optional.of(array);
        } catch (RuntimeException
                | StackOverflowError e) { // the parser has several for text that is no array or too deep
            return Optional.empty();
        }
    }

    /** Looks through a long text before a tree is made of it, which takes up to some thirty times its room: value by value, and how deep. */
    private static boolean holdsTooMuch(String text) {
        if (text.length() <= SMALL) {
            return false;
        }
        int values = 0;
        int depth = 0;
        try (var parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> {}
                }
                if (++values > MOST_VALUES || depth > DEEPEST) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException | StackOverflowError e) { // no JSON
            return true;
        }
    }

    /** Whether the value nests no deeper, and its numbers are no larger or finer, than anybody needs, and PostgreSQL can keep its texts. */
    public static boolean isModest(JsonValue value) {
        return isModest(value, 0);
    }

    private static boolean isModest(JsonValue value, int depth) {
        return switch (value.getValueType()) {
            case OBJECT ->
                depth < MAX_DEPTH
                        && value.asJsonObject().keySet().stream().allMatch(JsonText::isModest)
                        && areModest(value.asJsonObject().values(), depth + 1);
            case ARRAY -> depth < MAX_DEPTH && areModest(value.asJsonArray(), depth + 1);
            case NUMBER -> isModest((JsonNumber) value);
            case STRING -> isModest(((JsonString) value).getString());
            case TRUE, FALSE, NULL -> true;
        };
    }

    private static boolean areModest(Collection<JsonValue> values, int depth) {
        return values.stream().allMatch(value -> isModest(value, depth));
    }

    /**
     * Whether PostgreSQL can keep a text as it is: it stores no NUL, and half of a surrogate pair has no form in UTF-8 and would become a
     * question mark.
     */
    static boolean isModest(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isModest(JsonNumber number) {
        var value = number.bigDecimalValue();
        return (long) value.precision() - value.scale() <= MAX_EXPONENT + 1L && value.scale() <= MAX_EXPONENT;
    }
}
