package dev.rollcall.passkey;

import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What browsers are told to ask an authenticator for (WebAuthn, 5.4 and 5.5), as JSON: clerk-js reads it from the verification's nonce. */
final class Options {

    private Options() {}

    /** For a new key, on an authenticator that has none of the user's others. */
    static JsonObject creation(
            RelyingParty party,
            String appName,
            PasskeyOwner owner,
            List<Passkey> others,
            byte[] challenge,
            Duration lifetime) {
        var algorithms = Json.createArrayBuilder();
        Ceremonies.ALGORITHMS.forEach(algorithm -> algorithms.add(
                Json.createObjectBuilder().add("type", "public-key").add("alg", algorithm.getValue())));
        return Json.createObjectBuilder()
                .add("rp", Json.createObjectBuilder().add("name", appName).add("id", party.id()))
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("id", Base64Url.of(owner.userId().getBytes(StandardCharsets.UTF_8)))
                                .add("name", owner.name())
                                .add("displayName", owner.displayName()))
                .add("challenge", Base64Url.of(challenge))
                .add("pubKeyCredParams", algorithms)
                .add("timeout", lifetime.toMillis())
                .add("excludeCredentials", descriptors(others))
                .add(
                        "authenticatorSelection",
                        Json.createObjectBuilder()
                                .add("residentKey", "required")
                                .add("requireResidentKey", true)
                                .add("userVerification", "required"))
                .add("attestation", "none")
                .build();
    }

    /** For one of these keys; for any that the person chooses where none is named. */
    static JsonObject request(RelyingParty party, List<Passkey> keys, byte[] challenge, Duration lifetime) {
        return Json.createObjectBuilder()
                .add("challenge", Base64Url.of(challenge))
                .add("timeout", lifetime.toMillis())
                .add("rpId", party.id())
                .add("allowCredentials", descriptors(keys))
                .add("userVerification", "required")
                .build();
    }

    /** What was asked for with options of ours, and by which page. */
    static Ceremonies.Terms terms(String options, String origin) {
        var read = JsonText.object(options).orElseThrow();
        var rpId = read.containsKey("rpId")
                ? read.getString("rpId")
                : read.getJsonObject("rp").getString("id");
        return new Ceremonies.Terms(
                new RelyingParty(rpId, origin),
                Base64Url.bytes(read.getString("challenge")).orElseThrow(),
                true);
    }

    private static JsonArrayBuilder descriptors(List<Passkey> keys) {
        var descriptors = Json.createArrayBuilder();
        keys.forEach(key -> descriptors.add(Json.createObjectBuilder()
                .add("type", "public-key")
                .add("id", key.credentialId())
                .add("transports", Json.createArrayBuilder(key.transports()))));
        return descriptors;
    }
}
