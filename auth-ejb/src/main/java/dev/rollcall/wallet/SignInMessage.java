package dev.rollcall.wallet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a wallet is asked to sign: Sign-In with Ethereum (EIP-4361), or the same for Solana. It names the site, so that nobody takes a
 * signature that was given to another one, and wallets warn where it is not the site that asks.
 */
record SignInMessage(
        WalletKind kind, String address, String origin, String nonce, Instant issuedAt, Duration lifetime) {

    private static final String STATEMENT = "Sign this message to prove that the wallet is yours. It costs nothing.";

    /** Whether a message of ours was made for this address. */
    static boolean names(String message, String address) {
        return message.lines()
                .skip(1)
                .findFirst()
                .filter(address::equalsIgnoreCase)
                .isPresent();
    }

    String text() {
        var site = URI.create(origin).getRawAuthority();
        boolean ethereum = kind == WalletKind.ETHEREUM;
        var shown = ethereum ? EthereumSignature.checksummed(address) : address;
        var from = issuedAt.truncatedTo(ChronoUnit.MILLIS);
        return String.join(
                "\n",
                site + " wants you to sign in with your " + (ethereum ? "Ethereum" : "Solana") + " account:",
                shown,
                "",
                STATEMENT,
                "",
                "URI: " + origin,
                "Version: 1",
                "Chain ID: " + (ethereum ? "1" : "mainnet"),
                "Nonce: " + nonce,
                "Issued At: " + from,
                "Expiration Time: " + from.plus(lifetime));
    }
}
