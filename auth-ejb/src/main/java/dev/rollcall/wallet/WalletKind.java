package dev.rollcall.wallet;

import dev.rollcall.verification.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The chains whose wallets we know: what an address looks like, and which strategies sign for it. */
public enum WalletKind {
    ETHEREUM(
            Pattern.compile("0[xX][0-9a-fA-F]{40}"),
            List.of(
                    Strategy.WEB3_METAMASK_SIGNATURE,
                    Strategy.WEB3_BASE_SIGNATURE,
                    Strategy.WEB3_COINBASE_WALLET_SIGNATURE,
                    Strategy.WEB3_OKX_WALLET_SIGNATURE)),
    SOLANA(Pattern.compile("[1-9A-HJ-NP-Za-km-z]{32,44}"), List.of(Strategy.WEB3_SOLANA_SIGNATURE));

    private final Pattern address;
    private final List<Strategy> strategies;

    WalletKind(Pattern address, List<Strategy> strategies) {
        this.address = address;
        this.strategies = strategies;
    }

    /** The chain that an address is of; empty of what is none. */
    public static Optional<WalletKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.matcher(text).matches())
                .filter(kind -> kind != SOLANA
                        || Base58.bytes(text).filter(key -> key.length == 32).isPresent())
                .findFirst();
    }

    /** Whether wallets of this chain sign by the strategy. */
    public boolean signsBy(Strategy strategy) {
        return strategies.contains(strategy);
    }
}
