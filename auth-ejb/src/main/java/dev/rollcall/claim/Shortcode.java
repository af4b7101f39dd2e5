package dev.rollcall.claim;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between two braces: operands joined by {@code ||}, of which the first one counts that is neither null nor false, else the
 * last. An operand is the path of a fact, or a literal string, number or boolean.
 */
record Shortcode(List<Operand> operands) {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,18})(?:\\.\\d{1,18})?");
    private static final Pattern PATH = Pattern.compile("[\\p{L}_][^\\s.|{}']*(?:\\.[^\\s.|{}']+)*");

    /** One of the alternatives. */
    sealed interface Operand {
        JsonValue in(JsonObject facts);
    }

    /** A value that stands for itself. */
    record Literal(JsonValue value) implements Operand {
        @Override
        public JsonValue in(JsonObject facts) {
            return value;
        }
    }

    /** The way to a fact, from the outside in; where it leads nowhere it is null. */
    record Path(List<String> names) implements Operand {
        @Override
        public JsonValue in(JsonObject facts) {
            JsonValue value = facts;
            for (var name : names) {
                value = value instanceof JsonObject object ? object.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
            }
            return value;
        }
    }

    /** The shortcode that the text between the braces is; empty if it is none. */
    static Optional<Shortcode> of(String text) {
        var operands = new ArrayList<Operand>();
        for (var part : split(text)) {
            var operand = operand(part.strip());
            if (operand.isEmpty()) {
                return Optional.empty();
            }
            operands.add(operand.get());
        }
        return Optional.of(new Shortcode(List.copyOf(operands)));
    }

    /** What it stands for. Facts are taken as they are: one that looks like a shortcode is a text like any other. */
    JsonValue in(JsonObject facts) {
        JsonValue value = JsonValue.NULL;
        for (var operand : operands) {
            value = operand.in(facts);
            var type = value.getValueType();
            if (type != JsonValue.ValueType.NULL && type != JsonValue.ValueType.FALSE) {
                return value;
            }
        }
        return value;
    }

    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                at = endOfQuote(text, at);
            } else if (text.startsWith("||", at)) {
                parts.add(text.substring(from, at));
                from = at + 2;
                at++;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Where the string literal that begins here ends; behind the text if it does not. */
    static int endOfQuote(String text, int start) {
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '\'') {
                return at;
            }
        }
        return text.length();
    }

    private static Optional<Operand> operand(String text) {
        if (text.startsWith("'")) {
            return endOfQuote(text, 0) == text.length() - 1
                    ? Optional.of(new Literal(Json.createValue(unescaped(text))))
                    : Optional.empty();
        }
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(new Literal(text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE));
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new Literal(Json.createValue(new BigDecimal(text))));
        }
        return PATH.matcher(text).matches() ? Optional.of(new Path(List.of(text.split("\\.")))) : Optional.empty();
    }

    private static String unescaped(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(['\\\\])", "$1");
    }
}
