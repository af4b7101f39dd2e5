package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Devices whose keys stand for their users: enrolled, listed, revoked. */
class TrustedDevicesIT {

    private static Tenant app;

    private final Browser phone = app.browser();

    @BeforeAll
    static void anInstanceThatTrustsDevices() {
        var operator = Operator.platform();
        app = operator.configure(operator.development(), Map.of("sign_in", Map.of("trusted_devices", true)));
    }

    @Test
    void aDeviceIsTrustedThatSignsTheChallenge() {
        var person = phone.signUp();
        var key = key();
        var device = attempt(phone, key, clientData(phone, key), key).ok();
        assertThat(device.text("/response/status")).isEqualTo("active");
        assertThat(device.text("/response/name")).isEqualTo("Ada's phone");
        var id = device.text("/response/id");

        assertThat(phone.get("/v1/me/trusted_devices").ok().text("/response/0/id"))
                .isEqualTo(id);
        assertThat(app.backend()
                        .get("/v1/users/" + person.userId() + "/trusted_devices")
                        .ok()
                        .text("/data/0/id"))
                .isEqualTo(id);
        assertThat(valid(id)).isTrue();
        attempt(phone, key, clientData(phone, key), key).refused(400, "trusted_device_exists", "public_key_jwk");

        assertThat(phone.delete("/v1/me/trusted_devices/" + id).ok().text("/response/status"))
                .isEqualTo("revoked");
        assertThat(valid(id)).isFalse();
        assertThat(phone.get("/v1/me/trusted_devices").ok().at("/response")).isEmpty();
        phone.delete("/v1/me/trusted_devices/trd_unknown").refused(404, "resource_not_found");
    }

    @Test
    void aTrustedDeviceSignsItsUserIn() {
        var person = phone.signUp();
        var key = key();
        var id = attempt(phone, key, clientData(phone, key), key).ok().text("/response/id");
        phone.delete("/v1/client/sessions").ok();

        var begun = phone.post("/v1/client/sign_ins", "strategy", "trusted_device", "trusted_device_id", id)
                .ok();
        assertThat(begun.text("/response/status")).isEqualTo("needs_first_factor");
        var challenge = begun.at("/response/first_factor_verification/trusted_device_challenge");
        assertThat(challenge.path("trusted_device_id").asText()).isEqualTo(id);
        var clientData = challenge.path("client_data").asText();
        signIn(phone, begun, id, clientData, key()).refused(422, "trusted_device_signature_invalid", "signature");
        signIn(phone, begun, id, clientData + " ", key).refused(422, "trusted_device_signature_invalid", "signature");
        var done = signIn(phone, begun, id, clientData, key).ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/client/sessions/0/user/id")).isEqualTo(person.userId());
        assertThat(phone.get("/v1/me/trusted_devices")
                        .ok()
                        .at("/response/0/last_used_at")
                        .asLong())
                .isPositive();

        phone.delete("/v1/me/trusted_devices/" + id).ok();
        phone.delete("/v1/client/sessions").ok();
        phone.post("/v1/client/sign_ins", "strategy", "trusted_device", "trusted_device_id", id)
                .refused(422, "form_param_value_invalid", "trusted_device_id");
    }

    @Test
    void challengeOfOneDeviceSignedByAnother() {
        phone.signUp();
        var mine = key();
        var myId = attempt(phone, mine, clientData(phone, mine), mine).ok().text("/response/id");
        var other = app.browser();
        other.signUp();
        var theirs = key();
        var theirId =
                attempt(other, theirs, clientData(other, theirs), theirs).ok().text("/response/id");

        var thief = app.browser();
        var begun = thief.post("/v1/client/sign_ins", "strategy", "trusted_device", "trusted_device_id", myId)
                .ok();
        var clientData = begun.text("/response/first_factor_verification/trusted_device_challenge/client_data");
        signIn(thief, begun, theirId, clientData, theirs).refused(422, "trusted_device_signature_invalid", "signature");
        signIn(thief, begun, myId, clientData, theirs).refused(422, "trusted_device_signature_invalid", "signature");
        assertThat(thief.get("/v1/client").ok().at("/response/sessions")).isEmpty();
    }

    private static Answer signIn(Browser browser, Answer begun, String id, String clientData, KeyPair key) {
        return browser.post(
                "/v1/client/sign_ins/" + begun.text("/response/id") + "/attempt_first_factor",
                "strategy",
                "trusted_device",
                "trusted_device_id",
                id,
                "client_data",
                clientData,
                "signature",
                signed(key, clientData));
    }

    @Test
    void theAppMayRevokeADevice() {
        var person = phone.signUp();
        var key = key();
        var id = attempt(phone, key, clientData(phone, key), key).ok().text("/response/id");
        var path = "/v1/users/" + person.userId() + "/trusted_devices/";
        assertThat(app.backend().delete(path + id).ok().text("/status")).isEqualTo("revoked");
        app.backend().delete(path + "trd_unknown").refused(404, "resource_not_found");
        app.backend()
                .get("/v1/users/user_000000000000000000000000000/trusted_devices")
                .refused(404, "resource_not_found");
    }

    @Test
    void challengeReplay() {
        phone.signUp();
        var key = key();
        var clientData = clientData(phone, key);
        attempt(phone, key, clientData, key).ok();
        attempt(phone, key, clientData, key).refused(400, "trusted_device_challenge_invalid", "client_data");
        attempt(phone, key, "{\"challenge_id\":5}", key).refused(400, "trusted_device_challenge_invalid");
        attempt(phone, key, "no json", key).refused(400, "trusted_device_challenge_invalid");
    }

    @Test
    void signatureOfAnotherKey() {
        phone.signUp();
        var key = key();
        var clientData = clientData(phone, key);
        attempt(phone, key, clientData, key()).refused(422, "trusted_device_signature_invalid", "signature");
        attempt(phone, key, clientData, key).refused(400, "trusted_device_challenge_invalid");
    }

    @Test
    void challengeOfAnotherUser() {
        phone.signUp();
        var thief = app.browser();
        thief.signUp();
        var key = key();
        attempt(thief, key, clientData(phone, key), key).refused(400, "trusted_device_challenge_invalid");
    }

    @Test
    void aDeviceDescribesItselfAsItShould() {
        phone.signUp();
        var jwk = jwk(key());
        var path = "/v1/me/trusted_devices/prepare";
        phone.post(path, "platform", "toaster", "app_identifier", "x", "algorithm", "ES256", "public_key_jwk", jwk)
                .refused(422, "form_param_value_invalid", "platform");
        phone.post(path, "platform", "ios", "app_identifier", "x", "algorithm", "none", "public_key_jwk", jwk)
                .refused(422, "form_param_value_invalid", "algorithm");
        phone.post(path, "platform", "ios", "app_identifier", "x", "algorithm", "ES256", "public_key_jwk", "{}")
                .refused(422, "form_param_format_invalid", "public_key_jwk");
    }

    @Test
    void anInstanceThatTrustsNoDevicesSaysSo() {
        var browser = Operator.platform().development().browser();
        browser.signUp();
        browser.post("/v1/client/trusted_devices/validate", "trusted_device_id", "trd_1")
                .refused(403, "authorization_invalid");
        var path = "/v1/me/trusted_devices/prepare";
        browser.post(path, "platform", "ios", "app_identifier", "x", "algorithm", "ES256", "public_key_jwk", jwk(key()))
                .refused(403, "authorization_invalid");
    }

    private boolean valid(String id) {
        return app.browser()
                .post("/v1/client/trusted_devices/validate", "trusted_device_id", id)
                .ok()
                .at("/response/valid")
                .asBoolean();
    }

    private static String clientData(Browser browser, KeyPair key) {
        var challenge =
                browser.post("/v1/me/trusted_devices/prepare", fields(key)).ok();
        return challenge.text("/response/client_data");
    }

    private static Answer attempt(Browser browser, KeyPair key, String clientData, KeyPair signer) {
        var fields = Arrays.copyOf(fields(key), fields(key).length + 4);
        fields[fields.length - 4] = "client_data";
        fields[fields.length - 3] = clientData;
        fields[fields.length - 2] = "signature";
        fields[fields.length - 1] = signed(signer, clientData);
        return browser.post("/v1/me/trusted_devices/attempt", fields);
    }

    private static Object[] fields(KeyPair key) {
        return new Object[] {
            "platform",
            "ios",
            "app_identifier",
            "com.example.app",
            "name",
            "Ada's phone",
            "algorithm",
            "ES256",
            "public_key_jwk",
            jwk(key)
        };
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String jwk(KeyPair key) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        coordinate(point.getAffineX().toByteArray()),
                        coordinate(point.getAffineY().toByteArray()));
    }

    private static String coordinate(byte[] number) {
        var padded = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, padded, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    private static String signed(KeyPair key, String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
