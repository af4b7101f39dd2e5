package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/** Plays a browser with an authenticator that holds one passkey (ES256). It lies where it is told to. */
final class SoftAuthenticator {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys = keys();
    private final byte[] id = random(32);
    private String origin = "http://localhost:3000";
    private String rpId;
    private String userHandle;
    private int flags = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE | BACKED_UP;
    private int count;

    /** The page that the authenticator is asked by. */
    SoftAuthenticator origin(String other) {
        origin = other;
        return this;
    }

    /** Whom the key is for, whatever is asked. */
    SoftAuthenticator rpId(String other) {
        rpId = other;
        return this;
    }

    /** Whose the key is, whatever it was made for. */
    SoftAuthenticator userHandle(String other) {
        userHandle = other;
        return this;
    }

    /** Sees nobody. */
    SoftAuthenticator unattended() {
        flags &= ~USER_VERIFIED;
        return this;
    }

    /** How often it says it was used. */
    SoftAuthenticator count(int uses) {
        count = uses;
        return this;
    }

    String id() {
        return base64(id);
    }

    /** Registers the key; {@code options} are those of the verification's nonce. */
    String create(JsonNode options) {
        if (rpId == null) {
            rpId = options.at("/rp/id").asText();
        }
        if (userHandle == null) {
            userHandle = new String(
                    Base64.getUrlDecoder().decode(options.at("/user/id").asText()), StandardCharsets.UTF_8);
        }
        var data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(flags | ATTESTED));
        data.writeBytes(new byte[16]); // an authenticator of no known make
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(coseKey());
        var object = new ByteArrayOutputStream();
        object.writeBytes(hex("a363666d74646e6f6e656761747453746d74a068617574684461746159"));
        object.writeBytes(ByteBuffer.allocate(2).putShort((short) data.size()).array());
        object.writeBytes(data.toByteArray());
        return credential(Map.of(
                "clientDataJSON",
                base64(clientData("webauthn.create", options)),
                "attestationObject",
                base64(object.toByteArray()),
                "transports",
                new String[] {"internal", "hybrid"}));
    }

    /** Signs with the key. */
    String get(JsonNode options) {
        count += count == 0 ? 0 : 1;
        var data = authenticatorData(flags);
        var client = clientData("webauthn.get", options);
        return credential(Map.of(
                "clientDataJSON",
                base64(client),
                "authenticatorData",
                base64(data),
                "signature",
                base64(sign(data, sha256(client))),
                "userHandle",
                base64(userHandle.getBytes(StandardCharsets.UTF_8))));
    }

    private String credential(Map<String, ?> response) {
        return Wire.JSON
                .valueToTree(Map.of(
                        "type",
                        "public-key",
                        "id",
                        id(),
                        "rawId",
                        id(),
                        "authenticatorAttachment",
                        "platform",
                        "response",
                        response))
                .toString();
    }

    private byte[] clientData(String type, JsonNode options) {
        return Wire.JSON
                .valueToTree(Map.of(
                        "type",
                        type,
                        "challenge",
                        options.at("/challenge").asText(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int withFlags) {
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) withFlags)
                .putInt(count)
                .array();
    }

    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(hex("a5010203262001215820"));
        key.writeBytes(coordinate(point.getAffineX()));
        key.writeBytes(hex("225820"));
        key.writeBytes(coordinate(point.getAffineY()));
        return key.toByteArray();
    }

    private byte[] sign(byte[] data, byte[] hash) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
