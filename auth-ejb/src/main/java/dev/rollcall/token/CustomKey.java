package dev.rollcall.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;

/**
 * A signing key that an app brought along, because the server that its tokens are for knows no other. It signs nothing but tokens after
 * its template: what is signed with it proves nothing to us.
 */
final class CustomKey {

    private final SigningAlgorithm algorithm;
    private final JWSSigner signer;

    private CustomKey(SigningAlgorithm algorithm, JWSSigner signer) {
        this.algorithm = algorithm;
        this.signer = signer;
    }

    /** The key that the text is; empty if it is none for this algorithm, or too short to be safe. */
    static Optional<CustomKey> of(SigningAlgorithm algorithm, String text) {
        try {
            return signer(algorithm, text).map(signer -> new CustomKey(algorithm, signer));
        } catch (JOSEException unfit) {
            return Optional.empty();
        }
    }

    /** A signed token. Its header names no key: it is not in our key set. */
    String sign(JsonObject claims, String category) {
        var header = new JWSHeader.Builder(algorithm.jws())
                .type(JOSEObjectType.JWT)
                .customParam("cat", category)
                .build();
        try {
            var token = new JWSObject(header, new Payload(claims.toString()));
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private static Optional<JWSSigner> signer(SigningAlgorithm algorithm, String text) throws JOSEException {
        switch (algorithm.family()) {
            case SECRET -> {
                var secret = text.getBytes(StandardCharsets.UTF_8);
                return secret.length < algorithm.size() ? Optional.empty() : Optional.of(new MACSigner(secret));
            }
            case RSA -> {
                var key = PrivatePem.read(text, "RSA").map(RSAPrivateKey.class::cast);
                boolean fit = key.filter(k -> k.getModulus().bitLength() >= algorithm.size())
                        .isPresent();
                return fit ? Optional.of(new RSASSASigner(key.get())) : Optional.empty();
            }
            case CURVE -> {
                var key = PrivatePem.read(text, "EC").map(ECPrivateKey.class::cast);
                boolean fit = key.filter(
                                k -> k.getParams().getCurve().getField().getFieldSize() == algorithm.size())
                        .isPresent();
                return fit ? Optional.of(new ECDSASigner(key.get())) : Optional.empty();
            }
        }
        throw new IllegalStateException("no such family: " + algorithm);
    }
}
