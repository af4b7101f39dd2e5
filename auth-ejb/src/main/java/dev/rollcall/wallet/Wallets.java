package dev.rollcall.wallet;

import dev.rollcall.error.CommonProblem;
import java.util.Locale;

/** The addresses of wallets: how they are written here, and how they are shown to somebody who may not be their owner. */
public final class Wallets {

    private static final int HEAD = 6;
    private static final int TAIL = 4;

    private Wallets() {}

    /** The address as it is kept, or a refusal that names the field. Case says nothing of Ethereum's and much of Solana's. */
    public static String address(String text, String parameter) {
        var address = text.strip();
        return WalletKind.of(address)
                .map(kind -> kind == WalletKind.ETHEREUM ? address.toLowerCase(Locale.ROOT) : address)
                .orElseThrow(() -> CommonProblem.FORM_PARAM_FORMAT_INVALID
                        .refusal(parameter)
                        .saying(parameter + " must be a valid web3 wallet address."));
    }

    /** An address as shown to somebody who did not give it: {@code 0x1234...abcd}. */
    public static String masked(String address) {
        return address.substring(0, HEAD) + "..." + address.substring(address.length() - TAIL);
    }
}
