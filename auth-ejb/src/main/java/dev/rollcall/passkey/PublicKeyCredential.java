package dev.rollcall.passkey;

import dev.rollcall.input.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What a browser answers to a passkey's challenge, as clerk-js sends it: a {@code PublicKeyCredential} as JSON. */
final class PublicKeyCredential {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_TRANSPORTS = 16;

    private final JsonObject document;
    private final JsonObject response;

    private PublicKeyCredential(JsonObject document) {
        this.document = document;
        this.response = document.get("response") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The credential that a text is, or a refusal that names the field. */
    static PublicKeyCredential of(String text) {
        return Optional.of(text)
                .filter(t -> t.length() <= LONGEST)
                .flatMap(JsonText::object)
                .filter(document -> "public-key".equals(text(document, "type").orElse("public-key")))
                .map(PublicKeyCredential::new)
                .filter(credential -> credential.bytes("clientDataJSON").isPresent())
                .orElseThrow(PublicKeyCredential::invalid);
    }

    static RuntimeException invalid() {
        return PasskeyProblem.PASSKEY_INVALID_PUBLIC_KEY_CREDENTIAL.refusal("public_key_credential");
    }

    /** The id of the key, base64url without padding. */
    String id() {
        return text(document, "rawId")
                .flatMap(Base64Url::bytes)
                .map(Base64Url::of)
                .orElseThrow(PublicKeyCredential::invalid);
    }

    /** One of the response's fields; empty where it is not there or is not base64url. */
    Optional<byte[]> bytes(String name) {
        return text(response, name).flatMap(Base64Url::bytes);
    }

    byte[] require(String name) {
        return bytes(name).orElseThrow(PublicKeyCredential::invalid);
    }

    List<String> transports() {
        return response.get("transports") instanceof jakarta.json.JsonArray array
                ? array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .filter(transport -> transport.matches("[a-z-]{1,32}"))
                        .limit(MOST_TRANSPORTS)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }
}
