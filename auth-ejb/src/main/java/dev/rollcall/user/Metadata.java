package dev.rollcall.user;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Merges and bounds metadata. */
public final class Metadata {

    /** The largest metadata that is kept, in bytes of its JSON text. */
    static final int MAX_BYTES = 8192;

    private Metadata() {}

    /** The metadata after a merge patch (RFC 7396), no larger than allowed; a refusal names {@code parameter}. */
    static JsonObject merged(JsonObject current, Optional<JsonObject> patch, String parameter) {
        return patch.map(p -> checked(merge(current, p), parameter)).orElse(current);
    }

    /** The metadata as given, if it is no larger than allowed; a refusal names {@code parameter}. */
    public static JsonObject checked(JsonObject metadata, String parameter) {
        if (metadata.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(parameter)
                    .saying(parameter + " must not exceed " + MAX_BYTES + " bytes.");
        }
        return metadata;
    }

    private static JsonObject merge(JsonObject current, JsonObject patch) {
        JsonValue merged = Json.createMergePatch(patch).apply(current);
        return merged.asJsonObject();
    }
}
