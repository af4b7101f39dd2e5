package dev.rollcall.wallet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9IntegerConverter;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** What wallets answer to {@code personal_sign}: 65 bytes in hexadecimal from which the signer's address is recovered (EIP-191). */
final class EthereumSignature {

    private static final org.bouncycastle.asn1.x9.X9ECParameters CURVE = SECNamedCurves.getByName("secp256k1");
    private static final BigInteger HALF_ORDER = CURVE.getN().shiftRight(1);
    private static final int FIELD_BYTES = 32;
    private static final int LENGTH = 2 * FIELD_BYTES + 1;
    private static final int ADDRESS_BYTES = 20;

    private final BigInteger r;
    private final BigInteger s;
    private final int parity;

    private EthereumSignature(BigInteger r, BigInteger s, int parity) {
        this.r = r;
        this.s = s;
        this.parity = parity;
    }

    /**
     * The signature that a text is; empty of any other text. Of the two signatures that there are of everything only the one with the lower
     * s is taken, as Ethereum does (EIP-2), so that nobody makes a second one out of the first.
     */
    static Optional<EthereumSignature> of(String text) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        var r = new BigInteger(1, Arrays.copyOf(bytes, FIELD_BYTES));
        var s = new BigInteger(1, Arrays.copyOfRange(bytes, FIELD_BYTES, 2 * FIELD_BYTES));
        int v = bytes[LENGTH - 1] & 0xff;
        int parity = v >= 27 ? v - 27 : v;
        boolean proper = r.signum() > 0
                && r.compareTo(CURVE.getN()) < 0
                && s.signum() > 0
                && s.compareTo(HALF_ORDER) <= 0
                && (parity == 0 || parity == 1);
        return proper ? Optional.of(new EthereumSignature(r, s, parity)) : Optional.empty();
    }

    /** The address, in lower case, of whoever signed the message; empty where nobody can have. */
    Optional<String> signer(String message) {
        ECPoint point;
        try {
            point = point();
        } catch (IllegalArgumentException e) { // r is no point's
            return Optional.empty();
        }
        var hash = new BigInteger(1, personalHash(message));
        var inverse = r.modInverse(CURVE.getN());
        var fromHash = inverse.multiply(hash).negate().mod(CURVE.getN());
        var key = ECAlgorithms.sumOfTwoMultiplies(
                        CURVE.getG(), fromHash, point, inverse.multiply(s).mod(CURVE.getN()))
                .normalize();
        return key.isInfinity() ? Optional.empty() : Optional.of(address(key));
    }

    private ECPoint point() {
        var compressed = new X9IntegerConverter().integerToBytes(r, FIELD_BYTES + 1);
        compressed[0] = (byte) (2 + parity);
        return CURVE.getCurve().decodePoint(compressed);
    }

    private static String address(ECPoint key) {
        var bytes = key.getEncoded(false);
        var hash = keccak(Arrays.copyOfRange(bytes, 1, bytes.length));
        return "0x" + HexFormat.of().formatHex(hash, hash.length - ADDRESS_BYTES, hash.length);
    }

    /** The address with the capital letters that are its checksum (EIP-55). */
    static String checksummed(String address) {
        var digits = address.substring(2).toLowerCase(Locale.ROOT);
        var hash = HexFormat.of().formatHex(keccak(digits.getBytes(StandardCharsets.US_ASCII)));
        var text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            text.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }

    private static byte[] personalHash(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        var head = ("\u0019Ethereum Signed Message:\n" + bytes.length).getBytes(StandardCharsets.US_ASCII);
        return keccak(head, bytes);
    }

    private static byte[] keccak(byte[]... pieces) {
        var digest = new KeccakDigest(256);
        for (var piece : pieces) {
            digest.update(piece, 0, piece.length);
        }
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
