package dev.rollcall.factor;

import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A signature by Coinbase Wallet. */
@ApplicationScoped
class CoinbaseWalletFactor extends WalletSignature {

    CoinbaseWalletFactor() {
        this(null, null, null); // for the container's proxy
    }

    @Inject
    CoinbaseWalletFactor(WalletSignatures signatures, VerificationService verifications, Veil veil) {
        super(Strategy.WEB3_COINBASE_WALLET_SIGNATURE, signatures, verifications, veil);
    }
}
