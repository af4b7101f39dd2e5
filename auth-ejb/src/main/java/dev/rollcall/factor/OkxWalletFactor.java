package dev.rollcall.factor;

import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A signature by OKX Wallet. */
@ApplicationScoped
class OkxWalletFactor extends WalletSignature {

    OkxWalletFactor() {
        this(null, null, null); // for the container's proxy
    }

    @Inject
    OkxWalletFactor(WalletSignatures signatures, VerificationService verifications, Veil veil) {
        super(Strategy.WEB3_OKX_WALLET_SIGNATURE, signatures, verifications, veil);
    }
}
