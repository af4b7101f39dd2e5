package dev.rollcall.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningPairTest {

    private static final KeyPair PAIR = RsaKeys.generate();
    private static final SigningPair KEYS = keys("ins_1", PAIR);
    private static final JsonObject CLAIMS =
            Json.createObjectBuilder().add("sub", "user_1").add("v", 2).build();

    @Test
    void aSessionTokenIsRs256NamedByItsInstance() throws Exception {
        var token = JWSObject.parse(KEYS.sign(CLAIMS, null));
        assertThat(token.getHeader().toJSONObject()).isEqualTo(Map.of("alg", "RS256", "kid", "ins_1", "typ", "JWT"));
        assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) PAIR.getPublic())))
                .isTrue();
        assertThat(token.getPayload().toString()).isEqualTo("{\"sub\":\"user_1\",\"v\":2}");
    }

    @Test
    void aCategoryStandsInTheHeader() throws Exception {
        var token = JWSObject.parse(KEYS.sign(CLAIMS, "cl_B7d4PD222AAA"));
        assertThat(token.getHeader().getCustomParam("cat")).isEqualTo("cl_B7d4PD222AAA");
    }

    @Test
    void itsOwnTokenIsVerified() {
        assertThat(KEYS.verify(KEYS.sign(CLAIMS, null))).contains(CLAIMS);
    }

    /** Signature malleability: twins of a token, alike to a decoder that passes over what it does not know. */
    @Test
    void anotherSpellingOfATokenIsNotThatToken() {
        var token = KEYS.sign(CLAIMS, null);
        int inSignature = token.length() - 5;
        char last = token.charAt(token.length() - 1); // of its six bits only two belong to the signature
        var twins = List.of(
                " " + token,
                token + "\n",
                token + "=",
                token.substring(0, inSignature) + "*" + token.substring(inSignature),
                token.substring(0, token.length() - 1) + (char) (last + 1));
        assertThat(twins).allSatisfy(twin -> assertThat(KEYS.verify(twin)).isEmpty());
    }

    @Test
    void aTokenOfAnotherInstanceIsNot() {
        assertThat(KEYS.verify(keys("ins_2", RsaKeys.generate()).sign(CLAIMS, null)))
                .isEmpty();
        assertThat(KEYS.verify(keys("ins_1", RsaKeys.generate()).sign(CLAIMS, null)))
                .as("under our kid")
                .isEmpty();
    }

    /** Algorithm confusion: the public key, which everybody has, used as an HMAC secret. */
    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        var forged = unsigned(JWSAlgorithm.HS256);
        forged.sign(new MACSigner(PAIR.getPublic().getEncoded()));
        assertThat(KEYS.verify(forged.serialize())).isEmpty();
    }

    @Test
    void aTokenThatSaysItNeedsNoSignatureIsRefused() {
        assertThat(KEYS.verify(part("{\"alg\":\"none\",\"kid\":\"ins_1\"}") + "." + part(CLAIMS.toString()) + "."))
                .isEmpty();
    }

    @Test
    void anotherAlgorithmOfTheSameKeyIsRefused() throws Exception {
        var other = unsigned(JWSAlgorithm.RS512);
        other.sign(new RSASSASigner(PAIR.getPrivate()));
        assertThat(KEYS.verify(other.serialize())).isEmpty();
    }

    @Test
    void changedClaimsAreRefused() {
        var parts = KEYS.sign(CLAIMS, null).split("\\.");
        assertThat(KEYS.verify(parts[0] + "." + part("{\"sub\":\"user_2\"}") + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (var text : new String[] {"", ".", "..", "a.b.c", "\u0000", "a".repeat(10_000)}) {
            assertThat(KEYS.verify(text)).isEmpty();
        }
    }

    @Test
    void theKeySetHoldsThePublicHalfOf2048BitsAndNothingElse() throws Exception {
        var jwk = KEYS.jwk();
        assertThat(jwk.use()).isEqualTo("sig");
        assertThat(jwk.e()).isEqualTo("AQAB");
        assertThat(Base64.getUrlDecoder().decode(jwk.n())).hasSize(256);
        var parsed = RSAKey.parse(Map.of("kty", jwk.kty(), "n", jwk.n(), "e", jwk.e()));
        assertThat(JWSObject.parse(KEYS.sign(CLAIMS, null)).verify(new RSASSAVerifier(parsed)))
                .isTrue();
    }

    /** Servers without network cut the modulus out of the PEM by its fixed frame: the usual 2048-bit SubjectPublicKeyInfo. */
    @Test
    void thePemHasTheFrameThatVerifiersCutOff() {
        var body = KEYS.pem().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        assertThat(body)
                .startsWith("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA")
                .endsWith("IDAQAB");
    }

    private static JWSObject unsigned(JWSAlgorithm algorithm) {
        return new JWSObject(new JWSHeader.Builder(algorithm).keyID("ins_1").build(), new Payload(CLAIMS.toString()));
    }

    static SigningPair keys(String kid, KeyPair pair) {
        return new SigningPair(kid, (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenWhoseHeaderIsNullIsNone() {
        assertThat(KEYS.verify("bnVsbA.e30.x")).isEmpty();
    }
}
