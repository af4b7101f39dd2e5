package dev.rollcall.factor;

import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A signature by a wallet of Solana. */
@ApplicationScoped
class SolanaFactor extends WalletSignature {

    SolanaFactor() {
        this(null, null, null); // for the container's proxy
    }

    @Inject
    SolanaFactor(WalletSignatures signatures, VerificationService verifications, Veil veil) {
        super(Strategy.WEB3_SOLANA_SIGNATURE, signatures, verifications, veil);
    }
}
