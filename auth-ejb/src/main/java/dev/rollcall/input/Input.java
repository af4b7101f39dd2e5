package dev.rollcall.input;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one request, whichever way they came: a form, a query or a JSON object. Every reader refuses a value of the wrong type by
 * the field's name, so that services only ever see what they can use.
 *
 * <p>In a form the empty string stands for null and nested objects are JSON texts; in JSON both are themselves.
 */
public final class Input {

    private static final long LATEST_MILLIS =
            253_402_300_799_999L; // the end of year 9999, which PostgreSQL and Java both hold
    private static final Pattern NAME = Pattern.compile("[\\w.\\[\\]-]{1,64}");

    private final Map<String, List<JsonValue>> fields;
    private final JsonObject document;

    private Input(Map<String, List<JsonValue>> fields, JsonObject document) {
        this.fields = fields;
        this.document = document;
    }

    /** No fields at all. */
    public static Input empty() {
        return new Input(Map.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The fields of a form or a query. Several values of one name are a list; {@code name[]} is read as {@code name}. */
    public static Input ofForm(Map<String, List<String>> form) {
        var fields = new LinkedHashMap<String, List<JsonValue>>();
        form.forEach((name, values) -> fields.put(
                name.endsWith("[]") ? name.substring(0, name.length() - 2) : name,
                values.stream()
                        .map(v -> v == null || v.isEmpty() ? JsonValue.NULL : (JsonValue) Json.createValue(v))
                        .toList()));
        return new Input(fields, null);
    }

    /** The fields of a JSON object. */
    public static Input ofJson(JsonObject body) {
        var fields = new LinkedHashMap<String, List<JsonValue>>();
        body.forEach((name, value) ->
                fields.put(name, value instanceof JsonArray array ? List.copyOf(array) : List.of(value)));
        return new Input(fields, body);
    }

    /** The whole JSON object as it came, for documents that are not a list of fields; a form is refused. */
    public JsonObject document() {
        if (document == null) {
            throw CommonProblem.REQUEST_BODY_INVALID.refusal().saying("The request body must be a JSON object.");
        }
        return document;
    }

    /** Refuses every field that is not among the known ones, by name. */
    public Input only(Set<String> known) {
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
        return this;
    }

    /** A body of another type than it says makes one name of itself; that may hold anything and is not repeated. */
    private static Refusal unknown(String name) {
        return NAME.matcher(name).matches()
                ? CommonProblem.FORM_PARAM_UNKNOWN
                        .refusal(name)
                        .saying(name + " is not a valid parameter for this request.")
                : CommonProblem.FORM_PARAM_UNKNOWN
                        .refusal()
                        .saying("The request has a parameter whose name is none. Is its media type right?");
    }

    /** Whether the request speaks of the field, be it to empty it. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The field's text; empty when it is absent or null. */
    public Optional<String> text(String name) {
        return value(name).map(v -> asText(name, v));
    }

    /** The field's text, which must be there. */
    public String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** What the request says of a text field. Text is kept as it came, without surrounding blanks. */
    public Change<String> change(String name) {
        if (!has(name)) {
            return new Change.Absent<>();
        }
        var text = text(name).map(String::strip).filter(t -> !t.isEmpty());
        return text.isPresent() ? new Change.Set<>(text.get()) : new Change.Cleared<>();
    }

    /** The field as a yes or no; {@code otherwise} when it is absent or null. */
    public boolean flag(String name, boolean otherwise) {
        return value(name).map(v -> asFlag(name, v)).orElse(otherwise);
    }

    /** The field as a yes or no, if it is there. */
    public Optional<Boolean> flag(String name) {
        return value(name).map(v -> asFlag(name, v));
    }

    /** The field as a whole number, if it is there. */
    public OptionalLong number(String name) {
        var value = value(name);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(asNumber(name, value.get()));
    }

    /** The same from {@code least} to {@code most}, both included; any other number is refused. */
    public OptionalLong number(String name, long least, long most) {
        var number = number(name);
        if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name + " must be between " + least + " and " + most + ".");
        }
        return number;
    }

    /** All values of a field as texts; a form may repeat the field, JSON sends an array. Never null. */
    public List<String> list(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(v -> v != JsonValue.NULL)
                .map(v -> asText(name, v))
                .toList();
    }

    /** The same, if they are not more than {@code most}. */
    public List<String> list(String name, int most) {
        var list = list(name);
        if (list.size() > most) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name + " accepts at most " + most + " values.");
        }
        return list;
    }

    /** The field as a time, given in milliseconds, if it is there. */
    public Optional<Instant> moment(String name) {
        var millis = number(name);
        if (millis.isEmpty()) {
            return Optional.empty();
        }
        if (millis.getAsLong() < 0 || millis.getAsLong() > LATEST_MILLIS) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name + " must be a time in milliseconds.");
        }
        return Optional.of(Instant.ofEpochMilli(millis.getAsLong()));
    }

    /** The field as a JSON object, if it is there; in a form it is a JSON text. */
    public Optional<JsonObject> object(String name) {
        return value(name).map(v -> asObject(name, v));
    }

    /** The refusal of a request that lacks a required field. */
    public static Refusal missing(String name) {
        return CommonProblem.FORM_PARAM_NIL.refusal(name).saying(name + " must be included.");
    }

    private Optional<JsonValue> value(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0) == JsonValue.NULL ? Optional.empty() : Optional.of(values.get(0));
    }

    private static String asText(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            var text = string.getString();
            if (!JsonText.isModest(text)) {
                throw CommonProblem.FORM_PARAM_FORMAT_INVALID.refusal(name);
            }
            return text;
        }
        throw wrongType(name, "a string");
    }

    private static boolean asFlag(String name, JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case STRING ->
                switch (((JsonString) value).getString()) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw wrongType(name, "a boolean");
                };
            default -> throw wrongType(name, "a boolean");
        };
    }

    private static long asNumber(String name, JsonValue value) {
        try {
            return value instanceof JsonNumber number ? number.longValueExact() : Long.parseLong(asText(name, value));
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType(name, "a whole number");
        }
    }

    private static JsonObject asObject(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return shallow(name, object);
        }
        return shallow(name, JsonText.object(asText(name, value)).orElseThrow(() -> wrongType(name, "a JSON object")));
    }

    private static JsonObject shallow(String name, JsonObject object) {
        if (!JsonText.isModest(object)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(name)
                    .saying(name + " is nested too deeply, or has a number or a character that cannot be kept.");
        }
        return object;
    }

    private static Refusal wrongType(String name, String wanted) {
        return CommonProblem.FORM_PARAM_TYPE_INVALID.refusal(name).saying(name + " must be " + wanted + ".");
    }
}
