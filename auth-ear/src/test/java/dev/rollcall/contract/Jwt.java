package dev.rollcall.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token taken apart, and the ways in which an attacker puts it together again. */
public record Jwt(ObjectNode header, ObjectNode claims, String raw) {

    /** Takes a token apart without believing it. */
    public static Jwt of(String raw) {
        var parts = raw.split("\\.");
        return new Jwt(decode(parts[0]), decode(parts[1]), raw);
    }

    /** Whether this key set holds the key that signed the token. */
    public boolean signedBy(JsonNode jwks) {
        for (var key : jwks.path("keys")) {
            if (key.path("kid").asText().equals(header.path("kid").asText())) {
                return verifies(key);
            }
        }
        return false;
    }

    private boolean verifies(JsonNode key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey(key));
            signature.update(raw.substring(0, raw.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(raw.substring(raw.lastIndexOf('.') + 1)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The RSA key of an entry of a key set. */
    public static RSAPublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        var spec = new RSAPublicKeySpec(
                number(key.path("n").asText()), number(key.path("e").asText()));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    }

    /** Other claims under the old signature. */
    public String tampered(Consumer<ObjectNode> change) {
        var changed = claims.deepCopy();
        change.accept(changed);
        return encode(header) + "." + encode(changed) + raw.substring(raw.lastIndexOf('.'));
    }

    /** The same claims with {@code alg: none} and no signature. */
    public String unsigned() {
        return encode(header.deepCopy().put("alg", "none")) + "." + encode(claims) + ".";
    }

    /** The same claims under HS256, with the public key as the shared secret. */
    public String signedWithPublicKeyAsSecret(RSAPublicKey key) throws GeneralSecurityException {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        var content = encode(header.deepCopy().put("alg", "HS256")) + "." + encode(claims);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return content + "." + url(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same claims, changed and signed with a key of the attacker's own. */
    public String signedBy(PrivateKey key, Consumer<ObjectNode> change) throws GeneralSecurityException {
        var changed = claims.deepCopy();
        change.accept(changed);
        var content = encode(header) + "." + encode(changed);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + url(signature.sign());
    }

    private static BigInteger number(String base64url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
    }

    private static String encode(JsonNode node) {
        return url(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ObjectNode decode(String part) {
        try {
            return (ObjectNode) Wire.JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
