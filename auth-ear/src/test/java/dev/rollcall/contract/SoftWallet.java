package dev.rollcall.contract;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Plays a wallet of Ethereum ({@code personal_sign}) or of Solana. */
interface SoftWallet {

    String address();

    String sign(String message);

    static Ethereum ethereum() {
        return new Ethereum();
    }

    static SoftWallet solana() {
        return new Solana();
    }

    /** The settings of an instance where a wallet names people, and proves them by these strategies. */
    static Map<String, ?> attribute(String... strategies) {
        return Map.of(
                "enabled",
                true,
                "used_for_first_factor",
                true,
                "first_factors",
                List.of(strategies),
                "verifications",
                List.of(strategies),
                "verify_at_sign_up",
                true);
    }

    /** One key of secp256k1. */
    final class Ethereum implements SoftWallet {

        private static final org.bouncycastle.asn1.x9.X9ECParameters CURVE = SECNamedCurves.getByName("secp256k1");

        private final BigInteger key = new BigInteger(255, new SecureRandom()).add(BigInteger.ONE);

        @Override
        public String address() {
            var point = CURVE.getG().multiply(key).normalize().getEncoded(false);
            return "0x" + HexFormat.of().formatHex(keccak(Arrays.copyOfRange(point, 1, point.length)), 12, 32);
        }

        @Override
        public String sign(String message) {
            return signature(message, false);
        }

        /** The other signature that there is of everything. */
        String signWithHighS(String message) {
            return signature(message, true);
        }

        private String signature(String message, boolean high) {
            var bytes = message.getBytes(StandardCharsets.UTF_8);
            var head = ("\u0019Ethereum Signed Message:\n" + bytes.length).getBytes(StandardCharsets.US_ASCII);
            var hash = new BigInteger(1, keccak(head, bytes));
            var order = CURVE.getN();
            var nonce = new BigInteger(255, new SecureRandom()).add(BigInteger.ONE);
            var point = CURVE.getG().multiply(nonce).normalize();
            var r = point.getAffineXCoord().toBigInteger().mod(order);
            var s = nonce.modInverse(order).multiply(hash.add(r.multiply(key))).mod(order);
            int parity = point.getAffineYCoord().toBigInteger().testBit(0) ? 1 : 0;
            if (s.compareTo(order.shiftRight(1)) > 0 != high) {
                s = order.subtract(s);
                parity ^= 1;
            }
            return "0x" + padded(r) + padded(s) + (parity == 0 ? "1b" : "1c");
        }

        private static String padded(BigInteger number) {
            var digits = number.toString(16);
            return "0".repeat(64 - digits.length()) + digits;
        }

        private static byte[] keccak(byte[]... pieces) {
            var digest = new KeccakDigest(256);
            for (var piece : pieces) {
                digest.update(piece, 0, piece.length);
            }
            var hash = new byte[32];
            digest.doFinal(hash, 0);
            return hash;
        }
    }

    /** One key of Ed25519. */
    final class Solana implements SoftWallet {

        private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

        private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());

        @Override
        public String address() {
            var bytes = key.generatePublicKey().getEncoded();
            var text = new StringBuilder();
            for (var n = new BigInteger(1, bytes); n.signum() > 0; n = n.divide(BigInteger.valueOf(58))) {
                text.append(LETTERS.charAt(n.mod(BigInteger.valueOf(58)).intValue()));
            }
            for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
                text.append('1');
            }
            return text.reverse().toString();
        }

        @Override
        public String sign(String message) {
            var signer = new Ed25519Signer();
            signer.init(true, key);
            var bytes = message.getBytes(StandardCharsets.UTF_8);
            signer.update(bytes, 0, bytes.length);
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        }
    }
}
