package dev.rollcall.claim;

import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with shortcodes in it. One that is a shortcode and nothing else takes on the fact's own type; any other stays a text. */
record ClaimText(List<Part> parts) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** A stretch of text, or a shortcode. */
    private sealed interface Part {}

    private record Plain(String text) implements Part {}

    private record Code(Shortcode shortcode) implements Part {}

    /** The text taken apart; empty if one of its shortcodes is none. */
    static Optional<ClaimText> of(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = close(text, open + OPEN.length());
            var code =
                    close < 0 ? Optional.<Shortcode>empty() : Shortcode.of(text.substring(open + OPEN.length(), close));
            if (code.isEmpty()) {
                return Optional.empty();
            }
            if (open > from) {
                parts.add(new Plain(text.substring(from, open)));
            }
            parts.add(new Code(code.get()));
            from = close + CLOSE.length();
        }
        if (from < text.length() || parts.isEmpty()) {
            parts.add(new Plain(text.substring(from)));
        }
        return Optional.of(new ClaimText(List.copyOf(parts)));
    }

    /** How many shortcodes it has. */
    long shortcodes() {
        return parts.stream().filter(Code.class::isInstance).count();
    }

    /** What it says, given the facts. */
    JsonValue in(JsonObject facts) {
        if (parts.size() == 1 && parts.get(0) instanceof Code code) {
            return code.shortcode.in(facts);
        }
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part instanceof Plain plain ? plain.text : written(((Code) part).shortcode.in(facts)));
        }
        return Json.createValue(text.toString());
    }

    private static String written(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** Where the braces close; those in a string literal do not. */
    private static int close(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                at = Shortcode.endOfQuote(text, at);
            } else if (text.startsWith(CLOSE, at)) {
                return at;
            }
        }
        return -1;
    }
}
