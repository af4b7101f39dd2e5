package dev.rollcall.webhook;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an endpoint's requests are signed with: the current secret, and for a while those before it, so that a receiver can change over
 * without losing one.
 */
record SigningSecrets(String current, List<Former> former) {

    static final Duration GRACE = Duration.ofHours(24);

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 24;
    private static final int MOST_BYTES = 75;
    private static final int MOST_FORMER = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A secret that was replaced, and until when it still signs. */
    record Former(String key, Instant until) {}

    static SigningSecrets fresh() {
        return new SigningSecrets(generated(), List.of());
    }

    /** The secret that somebody brought along, checked. */
    static SigningSecrets brought(String key) {
        return new SigningSecrets(checked(key), List.of());
    }

    static String generated() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static String checked(String key) {
        try {
            if (key.startsWith(PREFIX)) {
                int length = Base64.getDecoder().decode(key.substring(PREFIX.length())).length;
                if (length >= BYTES && length <= MOST_BYTES) {
                    return key;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                .refusal("secret")
                .saying("A secret is whsec_ and the base64 of 24 to 75 bytes.");
    }

    /** The next secret, beside which the one before signs until {@code graceEnds}. */
    SigningSecrets rotated(String next, Instant now, Instant graceEnds) {
        var before = new ArrayList<>(List.of(new Former(current, graceEnds)));
        former.stream().filter(f -> f.until.isAfter(now)).forEach(before::add);
        return new SigningSecrets(next, before.stream().limit(MOST_FORMER).toList());
    }

    /** All that sign now, the current one first. */
    List<String> at(Instant now) {
        return Stream.concat(
                        Stream.of(current),
                        former.stream().filter(f -> f.until.isAfter(now)).map(Former::key))
                .toList();
    }

    String toJson() {
        var before = Json.createArrayBuilder();
        former.forEach(
                f -> before.add(Json.createObjectBuilder().add("key", f.key).add("until", f.until.toEpochMilli())));
        return Json.createObjectBuilder()
                .add("current", current)
                .add("former", before)
                .build()
                .toString();
    }

    static SigningSecrets ofJson(String text) {
        var document = JsonText.object(text).orElseThrow();
        var former = document.getJsonArray("former").getValuesAs(JsonObject.class).stream()
                .map(f -> new Former(
                        f.getString("key"),
                        Instant.ofEpochMilli(f.getJsonNumber("until").longValue())))
                .toList();
        return new SigningSecrets(document.getString("current"), former);
    }

    /** Secrets do not print themselves. */
    @Override
    public String toString() {
        return "SigningSecrets[" + former.size() + " former]";
    }
}
