package dev.rollcall.instance;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.OneLine;
import dev.rollcall.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Turns the settings into JSON and back, by the shape of their records. Reading is strict: an unknown key, a wrong type and a
 * value out of range are each refused by name, the name being the dotted path ({@code password.min_length}).
 */
final class SettingsDocument {

    private static final int MAX_TEXT = 2048;
    static final String COLOR = "#[0-9a-fA-F]{6}";

    private SettingsDocument() {}

    /** The settings as JSON. */
    static JsonObject write(Record settings) {
        var object = Json.createObjectBuilder();
        for (var component : settings.getClass().getRecordComponents()) {
            object.add(key(component), value(read(component, settings)));
        }
        return object.build();
    }

    /** The settings that a JSON document changed by a merge patch (RFC 7396) leaves; a null brings the default back. */
    static InstanceSettings patched(InstanceSettings current, JsonObject patch, InstanceSettings defaults) {
        return patched(InstanceSettings.class, current, patch, defaults, "");
    }

    /**
     * The settings as they were stored, maybe by another release: what it did not know is at its default, what we do not know is
     * left.
     */
    static InstanceSettings stored(JsonObject document, InstanceSettings defaults) {
        return patched(defaults, known(InstanceSettings.class, document), defaults);
    }

    /** What a record component is called in JSON. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static <R extends Record> R patched(
            Class<R> type, Record current, JsonObject patch, Record defaults, String path) {
        var components = type.getRecordComponents();
        var keys = Arrays.stream(components).map(SettingsDocument::key).toList();
        patch.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal(path + key).saying(path + key + " is not a known setting.");
        });
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var now = read(components[i], current);
            var otherwise = read(components[i], defaults);
            var wanted = patch.get(keys.get(i));
            if (wanted == null) {
                values[i] = now;
            } else if (wanted == JsonValue.NULL) {
                values[i] = otherwise;
            } else {
                values[i] = value(components[i], wanted, now, otherwise, path + keys.get(i));
            }
        }
        return made(type, values);
    }

    private static Object value(
            RecordComponent component, JsonValue wanted, Object now, Object otherwise, String path) {
        var type = component.getType();
        var allowed = component.getAnnotation(Allowed.class);
        if (type.isRecord()) {
            if (!(wanted instanceof JsonObject object)) {
                throw wrongType(path, "an object");
            }
            return patched(type.asSubclass(Record.class), (Record) now, object, (Record) otherwise, path + ".");
        }
        if (type == JsonObject.class) {
            if (!(wanted instanceof JsonObject)) {
                throw wrongType(path, "an object");
            }
            return wanted; // replaced as a whole: what a null in it means is its own business
        }
        if (type == boolean.class) {
            return switch (wanted.getValueType()) {
                case TRUE -> true;
                case FALSE -> false;
                default -> throw wrongType(path, "a boolean");
            };
        }
        if (type == List.class) {
            return texts(wanted, allowed, path);
        }
        if (type == String.class) {
            return text(wanted, allowed, path);
        }
        long number = number(wanted, allowed, path);
        return type == int.class ? (Object) Math.toIntExact(number) : (Object) number;
    }

    private static long number(JsonValue wanted, Allowed allowed, String path) {
        if (!(wanted instanceof JsonNumber number) || !number.isIntegral()) {
            throw wrongType(path, "a whole number");
        }
        var value = number.bigIntegerValue();
        if (value.bitLength() >= Long.SIZE || value.longValue() < allowed.from() || value.longValue() > allowed.to()) {
            throw refused(path, "must be between " + allowed.from() + " and " + allowed.to());
        }
        return value.longValue();
    }

    private static List<String> texts(JsonValue wanted, Allowed allowed, String path) {
        if (!(wanted instanceof JsonArray array)) {
            throw wrongType(path, "a list of strings");
        }
        if (array.size() > allowed.items()) {
            throw refused(path, "must have at most " + allowed.items() + " values");
        }
        return array.stream().map(v -> text(v, allowed, path)).distinct().toList();
    }

    private static String text(JsonValue wanted, Allowed allowed, String path) {
        if (!(wanted instanceof JsonString string)) {
            throw wrongType(path, "a string");
        }
        var text = string.getString();
        if (text.length() > MAX_TEXT || !OneLine.is(text)) {
            throw refused(path, "must be at most " + MAX_TEXT + " characters, none of them a control character");
        }
        if (allowed != null
                && allowed.value().length > 0
                && !List.of(allowed.value()).contains(text)) {
            throw refused(path, "must be one of: " + String.join(", ", allowed.value()));
        }
        if (allowed != null && allowed.url() && !text.isEmpty() && !isWebUrl(text)) {
            throw refused(path, "must be an absolute http or https URL, or empty");
        }
        if (allowed != null && allowed.color() && !text.matches(COLOR)) {
            throw refused(path, "must be a colour like #1a2b3c");
        }
        if (allowed != null && !allowed.pattern().isEmpty() && !text.matches(allowed.pattern())) {
            throw refused(path, "must be of the form " + allowed.pattern());
        }
        return text;
    }

    /** Components put these into links, so {@code javascript:} and its like must not get in (stored script injection). */
    private static boolean isWebUrl(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static JsonObject known(Class<?> type, JsonObject document) {
        var object = Json.createObjectBuilder();
        for (var component : type.getRecordComponents()) {
            var value = document.get(key(component));
            if (value instanceof JsonObject inner && component.getType().isRecord()) {
                object.add(key(component), known(component.getType(), inner));
            } else if (value != null) {
                object.add(key(component), value);
            }
        }
        return object.build();
    }

    private static JsonValue value(Object value) {
        if (value instanceof Record inner) {
            return write(inner);
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        if (value instanceof List<?> list) {
            return Json.createArrayBuilder(list).build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number ? Json.createValue(number.longValue()) : Json.createValue((String) value);
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static <R extends Record> R made(Class<R> type, Object[] values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " refused its values", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Refusal wrongType(String path, String wanted) {
        return CommonProblem.FORM_PARAM_TYPE_INVALID.refusal(path).saying(path + " must be " + wanted + ".");
    }

    private static Refusal refused(String path, String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(path).saying(path + " " + sentence + ".");
    }
}
