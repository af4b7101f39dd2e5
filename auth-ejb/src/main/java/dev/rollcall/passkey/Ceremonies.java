package dev.rollcall.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The two ceremonies of WebAuthn (7.1 and 7.2), judged by WebAuthn4J. Who makes an authenticator is not asked, so that attestations are not
 * looked at; pages within other pages are not served.
 */
final class Ceremonies {

    /** What is asked of the authenticator. */
    record Terms(RelyingParty party, byte[] challenge, boolean userVerification) {}

    /** A key as it is kept. */
    record Kept(String credentialId, byte[] credential, KeyState state) {}

    /** How an assertion ended. */
    sealed interface Outcome {

        /** It was signed by the key; this is what the authenticator says of it now. */
        record Signed(KeyState state) implements Outcome {}

        /** It is not what was asked for. */
        record Wrong() implements Outcome {}
    }

    /** In order of preference. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(
            COSEAlgorithmIdentifier.ES256,
            COSEAlgorithmIdentifier.EdDSA,
            COSEAlgorithmIdentifier.ES384,
            COSEAlgorithmIdentifier.ES512,
            COSEAlgorithmIdentifier.RS256);

    private static final ObjectConverter JSON = new ObjectConverter();
    private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(JSON);
    private static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(JSON);
    private static final AttestationObjectConverter ATTESTATIONS = new AttestationObjectConverter(JSON);

    /** CBOR of a map with {@code fmt: "none", attStmt: {}, authData:}. */
    private static final byte[] HEAD =
            HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461");

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private Ceremonies() {}

    /** The key that was made on these terms; empty where it was not. */
    static Optional<Registered> registration(Terms terms, PublicKeyCredential answer) {
        var attestation = answer.require("attestationObject");
        var clientData = answer.require("clientDataJSON");
        try {
            var request = new RegistrationRequest(withoutStatement(attestation), clientData);
            var data = MANAGER.verify(
                    request, new RegistrationParameters(property(terms), PARAMETERS, terms.userVerification, true));
            var made = data.getAttestationObject().getAuthenticatorData();
            var credential = made.getAttestedCredentialData();
            return Optional.of(new Registered(
                    Base64Url.of(credential.getCredentialId()),
                    CREDENTIALS.convert(credential),
                    answer.transports(),
                    state(made)));
        } catch (RuntimeException e) { // also of what a parser makes of bytes that are nothing of the kind
            return Optional.empty();
        }
    }

    /** The same attestation object without what its maker says of it, which we do not ask for and do not want to parse. */
    private static byte[] withoutStatement(byte[] attestation) {
        var data = ATTESTATIONS.extractAuthenticatorData(attestation);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEAD);
        bytes.write(0x59); // a byte string, its length in two bytes
        bytes.write(data.length >> 8);
        bytes.write(data.length);
        bytes.writeBytes(data);
        return bytes.toByteArray();
    }

    /** Whether the key signed on these terms. */
    static Outcome assertion(Terms terms, Kept kept, PublicKeyCredential answer) {
        var credentialId = Base64Url.bytes(kept.credentialId).orElseThrow();
        var request = new AuthenticationRequest(
                Base64Url.bytes(answer.id()).orElseThrow(),
                answer.bytes("userHandle").orElse(null),
                answer.require("authenticatorData"),
                answer.require("clientDataJSON"),
                answer.require("signature"));
        try {
            var data = MANAGER.verify(
                    request,
                    new AuthenticationParameters(
                            property(terms), record(kept), List.of(credentialId), terms.userVerification, true));
            return new Outcome.Signed(state(data.getAuthenticatorData()));
        } catch (RuntimeException e) {
            return new Outcome.Wrong();
        }
    }

    private static CredentialRecordImpl record(Kept kept) {
        return new CredentialRecordImpl(
                null,
                kept.state.userVerified(),
                kept.state.backupEligible(),
                kept.state.backedUp(),
                0, // the counter is judged by CounterRule, once the signature is right
                CREDENTIALS.convert(kept.credential),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty property(Terms terms) {
        return ServerProperty.builder()
                .origin(Origin.create(terms.party.origin()))
                .rpId(terms.party.id())
                .challenge(new DefaultChallenge(terms.challenge))
                .build();
    }

    private static KeyState state(AuthenticatorData<?> data) {
        return new KeyState(data.getSignCount(), data.isFlagUV(), data.isFlagBE(), data.isFlagBS());
    }
}
