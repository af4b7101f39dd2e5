package dev.rollcall.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** What Solana's wallets answer: an Ed25519 signature (RFC 8032), in base64, by the key that the address is. */
final class SolanaSignature {

    private static final int LENGTH = 64;

    private SolanaSignature() {}

    /** Whether the text is the address' signature of the message. */
    static boolean isOf(String address, String message, String signature) {
        try {
            var bytes = Base64.getDecoder().decode(signature);
            var key = Base58.bytes(address);
            if (bytes.length != LENGTH || key.isEmpty()) {
                return false;
            }
            var verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(key.get()));
            var signed = message.getBytes(StandardCharsets.UTF_8);
            verifier.update(signed, 0, signed.length);
            return verifier.verifySignature(bytes);
        } catch (IllegalArgumentException e) { // no base64, or no point of the curve
            return false;
        }
    }
}
