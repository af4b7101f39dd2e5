package dev.rollcall.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.passkey.Ceremonies.Kept;
import dev.rollcall.passkey.Ceremonies.Outcome;
import dev.rollcall.passkey.Ceremonies.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of Web Authentication Level 3, and what an attacker would make of them. */
class CeremoniesTest {

    private static final RelyingParty EXAMPLE = new RelyingParty("example.org", "https://example.org");
    private static final String PLAIN = "none-es256";
    private static final Properties VECTORS = load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none-es256",
                "packed-self-es256",
                "none-es256-long-credential-id",
                "packed-es256",
                "packed-es384",
                "packed-es512",
                "packed-rs256",
                "packed-eddsa",
                "tpm-es256",
                "android-key-es256",
                "apple-es256",
                "fido-u2f-es256",
            })
    void aKeyIsRegisteredAndSigns(String name) {
        var registered = registered(name);
        assertThat(registered.credentialId()).isEqualTo(Base64Url.of(bytes(name, "registration", "credential_id")));
        var outcome = Ceremonies.assertion(terms(EXAMPLE, name, "authentication"), kept(registered), assertion(name));
        assertThat(outcome).isInstanceOf(Outcome.Signed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none-es256-crossOrigin", "none-es256-topOrigin"})
    void aPageWithinAnothersPageIsNotServed(String name) {
        assertThat(Ceremonies.registration(terms(EXAMPLE, name, "registration"), registration(name)))
                .isEmpty();
    }

    @Test
    void anAlgorithmThatWasNotOfferedIsNotTaken() {
        var name = "packed-ed448";
        assertThat(Ceremonies.registration(terms(EXAMPLE, name, "registration"), registration(name)))
                .isEmpty();
    }

    @Test
    void aKeyOfAnotherOriginIsNotRegistered() {
        var elsewhere = new RelyingParty("example.org", "https://evil.example.org");
        assertThat(Ceremonies.registration(terms(elsewhere, PLAIN, "registration"), registration(PLAIN)))
                .isEmpty();
    }

    @Test
    void aKeyForAnotherRelyingPartyIsNotRegistered() {
        var other = new RelyingParty("example.com", "https://example.org");
        assertThat(Ceremonies.registration(terms(other, PLAIN, "registration"), registration(PLAIN)))
                .isEmpty();
    }

    @Test
    void aKeyThatAnswersAnotherChallengeIsNotRegistered() {
        var replayed = new Terms(EXAMPLE, bytes(PLAIN, "authentication", "challenge"), false);
        assertThat(Ceremonies.registration(replayed, registration(PLAIN))).isEmpty();
    }

    @Test
    void anAssertionFromAnotherOriginIsRefused() {
        var phishing = new RelyingParty("example.org", "https://example.org.evil.test");
        assertThat(assertion(terms(phishing, PLAIN, "authentication"), registered(PLAIN)))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void anAssertionForAnotherRelyingPartyIsRefused() {
        var other = new RelyingParty("example.com", "https://example.org");
        assertThat(assertion(terms(other, PLAIN, "authentication"), registered(PLAIN)))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void aReplayedChallengeIsRefused() {
        var replayed = new Terms(EXAMPLE, bytes(PLAIN, "registration", "challenge"), false);
        assertThat(assertion(replayed, registered(PLAIN))).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void theSignatureOfAnotherKeyIsRefused() {
        var other = registered("packed-self-es256");
        var mixed = new Kept(
                registered(PLAIN).credentialId(),
                other.credential(),
                registered(PLAIN).state());
        assertThat(Ceremonies.assertion(terms(EXAMPLE, PLAIN, "authentication"), mixed, assertion(PLAIN)))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void aChangedSignatureIsRefused() {
        var signature = bytes(PLAIN, "authentication", "signature");
        signature[signature.length - 1] ^= 1;
        var answer = assertion(PLAIN, signature);
        assertThat(Ceremonies.assertion(terms(EXAMPLE, PLAIN, "authentication"), kept(registered(PLAIN)), answer))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void theCounterIsNoMatterOfTheSignature() {
        var registered = registered(PLAIN);
        var used = new Kept(registered.credentialId(), registered.credential(), withCount(registered.state(), 7));
        assertThat(Ceremonies.assertion(terms(EXAMPLE, PLAIN, "authentication"), used, assertion(PLAIN)))
                .isInstanceOf(Outcome.Signed.class);
    }

    /** This vector's authenticator saw nobody when it signed. */
    @Test
    void whoeverTheAuthenticatorDidNotVerifyIsRefused() {
        var strict = new Terms(EXAMPLE, bytes(PLAIN, "authentication", "challenge"), true);
        assertThat(assertion(strict, registered(PLAIN))).isInstanceOf(Outcome.Wrong.class);
    }

    private static KeyState withCount(KeyState state, long count) {
        return new KeyState(count, state.userVerified(), state.backupEligible(), state.backedUp());
    }

    private static Outcome assertion(Terms terms, Registered registered) {
        return Ceremonies.assertion(terms, kept(registered), assertion(PLAIN));
    }

    private static Registered registered(String name) {
        return Ceremonies.registration(terms(EXAMPLE, name, "registration"), registration(name))
                .orElseThrow();
    }

    private static Kept kept(Registered registered) {
        return new Kept(registered.credentialId(), registered.credential(), registered.state());
    }

    private static Terms terms(RelyingParty party, String name, String ceremony) {
        return new Terms(party, bytes(name, ceremony, "challenge"), false);
    }

    private static PublicKeyCredential registration(String name) {
        return credential(
                name,
                "{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\"}"
                        .formatted(
                                base64(bytes(name, "registration", "clientDataJSON")),
                                base64(bytes(name, "registration", "attestationObject"))));
    }

    private static PublicKeyCredential assertion(String name) {
        return assertion(name, bytes(name, "authentication", "signature"));
    }

    private static PublicKeyCredential assertion(String name, byte[] signature) {
        return credential(
                name,
                "{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":null}"
                        .formatted(
                                base64(bytes(name, "authentication", "clientDataJSON")),
                                base64(bytes(name, "authentication", "authenticatorData")),
                                base64(signature)));
    }

    private static PublicKeyCredential credential(String name, String response) {
        return PublicKeyCredential.of("{\"type\":\"public-key\",\"rawId\":\"%s\",\"response\":%s}"
                .formatted(base64(bytes(name, "registration", "credential_id")), response));
    }

    private static String base64(byte[] bytes) {
        return Base64Url.of(bytes);
    }

    private static byte[] bytes(String name, String ceremony, String field) {
        return HexFormat.of().parseHex(VECTORS.getProperty(name + "." + ceremony + "." + field));
    }

    private static Properties load() {
        var properties = new Properties();
        try (var file = CeremoniesTest.class.getResourceAsStream("webauthn-vectors.properties")) {
            properties.load(new java.io.InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
