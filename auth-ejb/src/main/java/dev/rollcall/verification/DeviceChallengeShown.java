package dev.rollcall.verification;

import dev.rollcall.input.JsonText;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;

/** What a trusted device is to sign, as a verification shows it. */
final class DeviceChallengeShown {

    private DeviceChallengeShown() {}

    /**
     * The challenge of a text that is to be signed to the letter, and that says all the rest.
     *
     * @param expiresAt epoch milliseconds
     */
    static JsonObject of(String clientData, long expiresAt) {
        var claims = JsonText.object(clientData).orElseThrow();
        return Json.createObjectBuilder()
                .add("object", "trusted_device_challenge")
                .add("challenge", claims.getString("challenge"))
                .add("challenge_id", claims.getString("challenge_id"))
                .add("trusted_device_id", claims.getString("trusted_device_id"))
                .add("client_data", clientData)
                .add("expires_at", expiresAt)
                .add("algorithm", "ES256")
                .build();
    }
}
