package dev.rollcall.claim;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Claims that somebody wants in tokens: a JSON object in which texts may have shortcodes such as {@code {{user.first_name || 'friend'}}}.
 * Rendering it puts facts in their place.
 */
public final class ClaimTemplate {

    /** The claims of every token; whoever could set them could be anybody. */
    public static final Set<String> TOKEN = Set.of("azp", "exp", "iat", "iss", "jti", "nbf", "sub");

    /** The claims by which a session token is known as one, and what it says of its session. */
    public static final Set<String> SESSION = Set.of(
            "sid", "sts", "v", "fva", "pla", "fea", "o", "act", "org_id", "org_slug", "org_role", "org_permissions");

    /** The claims by which an app's server would take any other token for a session's. */
    public static final Set<String> SESSION_BOUND = Set.of("sid", "sts", "v", "fva", "pla", "fea");

    private static final int MAX_BYTES = 16_384;
    private static final int MAX_SHORTCODES = 100;

    private final JsonObject claims;

    private ClaimTemplate(JsonObject claims) {
        this.claims = claims;
    }

    /** A template that was checked when it was stored. */
    public static ClaimTemplate stored(JsonObject claims) {
        return new ClaimTemplate(claims);
    }

    /**
     * The template, if it is one: it sets no reserved claim, has an end, and its shortcodes can be read. A refusal names {@code
     * parameter}.
     */
    public static ClaimTemplate checked(JsonObject claims, Set<String> reserved, String parameter) {
        claims.keySet().stream().filter(reserved::contains).sorted().findFirst().ifPresent(claim -> {
            throw ClaimProblem.JWT_TEMPLATE_RESERVED_CLAIM
                    .refusal(parameter)
                    .saying("You can't use the reserved claim: '" + claim + "'");
        });
        if (!JsonText.isModest(claims)) {
            throw refused(parameter, "is nested too deeply, or has a number or a character that cannot be kept");
        }
        if (claims.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refused(parameter, "must not exceed " + MAX_BYTES + " bytes");
        }
        if (shortcodes(claims, parameter) > MAX_SHORTCODES) {
            throw refused(parameter, "must not have more than " + MAX_SHORTCODES + " shortcodes");
        }
        return new ClaimTemplate(claims);
    }

    /** The claims with facts in the place of shortcodes. */
    public JsonObject in(JsonObject facts) {
        return rendered(claims, facts).asJsonObject();
    }

    /** The claims as they were given. */
    public JsonObject claims() {
        return claims;
    }

    private static JsonValue rendered(JsonValue value, JsonObject facts) {
        if (value instanceof JsonObject object) {
            var rendered = Json.createObjectBuilder();
            object.forEach((name, inner) -> rendered.add(name, rendered(inner, facts)));
            return rendered.build();
        }
        if (value instanceof JsonArray array) {
            var rendered = Json.createArrayBuilder();
            array.forEach(inner -> rendered.add(rendered(inner, facts)));
            return rendered.build();
        }
        return value instanceof JsonString string
                ? ClaimText.of(string.getString()).map(text -> text.in(facts)).orElse(value)
                : value;
    }

    private static long shortcodes(JsonValue value, String parameter) {
        if (value instanceof JsonObject object) {
            return object.values().stream()
                    .mapToLong(inner -> shortcodes(inner, parameter))
                    .sum();
        }
        if (value instanceof JsonArray array) {
            return array.stream()
                    .mapToLong(inner -> shortcodes(inner, parameter))
                    .sum();
        }
        if (value instanceof JsonString string) {
            return ClaimText.of(string.getString())
                    .orElseThrow(() -> CommonProblem.FORM_PARAM_FORMAT_INVALID
                            .refusal(parameter)
                            .saying(parameter
                                    + " has a shortcode that cannot be read: between {{ and }} stand paths such as"
                                    + " user.first_name, 'texts', numbers, true or false, joined by ||."))
                    .shortcodes();
        }
        return 0;
    }

    private static Refusal refused(String parameter, String sentence) {
        return CommonProblem.FORM_PARAM_VALUE_INVALID.refusal(parameter).saying(parameter + " " + sentence + ".");
    }
}
