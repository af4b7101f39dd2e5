package dev.rollcall.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import jakarta.json.Json;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomKeyTest {

    @ParameterizedTest
    @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
    void aSecretSignsIfItIsAsLongAsTheHash(SigningAlgorithm algorithm, int bytes) throws Exception {
        var secret = "s".repeat(bytes);
        assertThat(signed(algorithm, secret).verify(new MACVerifier(secret))).isTrue();
        assertThat(CustomKey.of(algorithm, secret.substring(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void anRsaKeySignsInEitherForm(SigningAlgorithm algorithm) throws Exception {
        var pair = pair("RSA", 2048);
        var verifier = new RSASSAVerifier((RSAPublicKey) pair.getPublic());
        assertThat(signed(algorithm, pkcs8(pair)).verify(verifier)).isTrue();
        assertThat(signed(algorithm, older("RSA ", pair)).verify(verifier)).isTrue();
        assertThat(signed(algorithm, pkcs8(pair).replace("\n", "\\n")).verify(verifier))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ES256, secp256r1", "ES384, secp384r1", "ES512, secp521r1"})
    void aKeyOnACurveSignsInEitherForm(SigningAlgorithm algorithm, String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        var pair = generator.generateKeyPair();
        var verifier = new ECDSAVerifier((ECPublicKey) pair.getPublic());
        assertThat(signed(algorithm, pkcs8(pair)).verify(verifier)).isTrue();
        for (var other : SigningAlgorithm.values()) {
            boolean same = other == algorithm || other.family() == SigningAlgorithm.Family.SECRET;
            assertThat(CustomKey.of(other, pkcs8(pair)).isPresent())
                    .as("%s by %s", other, curve)
                    .isEqualTo(same);
        }
    }

    @Test
    void aShortRsaKeyIsRefused() throws Exception {
        assertThat(CustomKey.of(SigningAlgorithm.RS256, pkcs8(pair("RSA", 1024))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMAMCAQA=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThat(CustomKey.of(SigningAlgorithm.RS256, text)).isEmpty();
        assertThat(CustomKey.of(SigningAlgorithm.ES256, text)).isEmpty();
    }

    private static JWSObject signed(SigningAlgorithm algorithm, String key) throws Exception {
        var token = CustomKey.of(algorithm, key)
                .orElseThrow()
                .sign(Json.createObjectBuilder().build(), "cat");
        var parsed = JWSObject.parse(token);
        assertThat(parsed.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.name());
        assertThat(parsed.getHeader().getKeyID()).isNull();
        return parsed;
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pkcs8(KeyPair pair) {
        return pem("", pair.getPrivate().getEncoded());
    }

    private static String older(String kind, KeyPair pair) throws Exception {
        var inner = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).parsePrivateKey();
        return pem(kind, inner.toASN1Primitive().getEncoded());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind
                + "PRIVATE KEY-----\n";
    }
}
