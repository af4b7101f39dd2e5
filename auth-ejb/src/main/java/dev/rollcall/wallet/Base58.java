package dev.rollcall.wallet;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** Bytes as Bitcoin and Solana write them. */
final class Base58 {

    private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int LONGEST = 128;

    private Base58() {}

    /** The bytes of a text; empty of a text that is not base58. */
    static Optional<byte[]> bytes(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = LETTERS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            zeros += digit == 0 && zeros == i ? 1 : 0;
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        var digits = number.signum() == 0 ? new byte[0] : BigIntegers.asUnsignedByteArray(number);
        return Optional.of(Arrays.concatenate(new byte[zeros], digits));
    }
}
