package dev.rollcall.factor;

import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A signature by MetaMask. */
@ApplicationScoped
class MetamaskFactor extends WalletSignature {

    MetamaskFactor() {
        this(null, null, null); // for the container's proxy
    }

    @Inject
    MetamaskFactor(WalletSignatures signatures, VerificationService verifications, Veil veil) {
        super(Strategy.WEB3_METAMASK_SIGNATURE, signatures, verifications, veil);
    }
}
