package dev.rollcall.device;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.rollcall.error.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Base64;

/** The public half of a device's key: P-256, as a JWK; its signatures are the two raw numbers, as JOSE has them (RFC 7518 §3.4). */
record DeviceKey(String jwk, String thumbprint, ECPublicKey key) {

    static final String ALGORITHM = "ES256";

    private static final int LONGEST = 2048;

    /** Reads a key; the parameter is the field of the request that holds it. The library checks that the point is on the curve. */
    static DeviceKey of(String jwk, String parameter) {
        try {
            var parsed = jwk.length() > LONGEST ? null : ECKey.parse(jwk);
            if (parsed != null && Curve.P_256.equals(parsed.getCurve()) && !parsed.isPrivate()) {
                var plain = new ECKey.Builder(Curve.P_256, parsed.getX(), parsed.getY()).build();
                return new DeviceKey(
                        plain.toJSONString(), plain.computeThumbprint().toString(), plain.toECPublicKey());
            }
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            // said below
        }
        throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                .refusal(parameter)
                .saying(parameter + " must be a public JWK of the curve P-256.");
    }

    /** Whether the device has signed this text. */
    boolean hasSigned(String text, String base64url) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(base64url));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ECDSA", e);
        }
    }
}
