package dev.rollcall.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.rollcall.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One key pair of an instance, parsed and ready to sign and to verify. */
final class SigningPair {

    private final String kid;
    private final RSAPublicKey publicKey;
    private final RSASSASigner signer;
    private final RSASSAVerifier verifier;

    SigningPair(String kid, RSAPublicKey publicKey, RSAPrivateKey privateKey) {
        this.kid = kid;
        this.publicKey = publicKey;
        this.signer = new RSASSASigner(privateKey);
        this.verifier = new RSASSAVerifier(publicKey);
        RsaKeys.provider().ifPresent(provider -> {
            signer.getJCAContext().setProvider(provider);
            verifier.getJCAContext().setProvider(provider);
        });
    }

    /** A signed token; {@code category} is left out of the header when it is null. */
    String sign(JsonObject claims, String category) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).type(JOSEObjectType.JWT);
        if (category != null) {
            header.customParam("cat", category);
        }
        try {
            var token = new JWSObject(header.build(), new Payload(claims.toString()));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    /**
     * The claims of a token signed with this key by RS256; no other algorithm is tried, whatever the header says (algorithm
     * confusion). One signature has one spelling: the library's decoder passes over foreign characters and unused bits, which
     * would give a token twins that a list of used tokens does not know (RFC 4648 §3.3, §3.5).
     */
    Optional<JsonObject> verify(String jwt) {
        try {
            var token = JWSObject.parse(jwt);
            var header = token.getHeader();
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())
                    || !kid.equals(header.getKeyID())
                    || !isCanonical(token.getSignature())
                    || !jwt.equals(token.serialize())
                    || !token.verify(verifier)) {
                return Optional.empty();
            }
            try (var reader =
                    Json.createReader(new StringReader(token.getPayload().toString()))) {
                return Optional.of(reader.readObject());
            }
        } catch (ParseException
                | JOSEException
                | JsonException
                | NullPointerException e) { // the last for a header "null"
            return Optional.empty();
        }
    }

    private static boolean isCanonical(Base64URL signature) {
        return signature.equals(Base64URL.encode(signature.decode()));
    }

    /** The public half as verifiers fetch it. */
    JwksView.Jwk jwk() {
        var n = encoded(publicKey.getModulus());
        var e = encoded(publicKey.getPublicExponent());
        return new JwksView.Jwk("sig", "RSA", kid, RsaKeys.ALGORITHM, n, e);
    }

    /** The public half as servers without network hold it ({@code CLERK_JWT_KEY}, {@code jwtKey}). */
    String pem() {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
    }

    /** Without the zero byte that two's complement puts before a high first bit (RFC 7518 §2, Base64urlUInt). */
    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        var magnitude = bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}
