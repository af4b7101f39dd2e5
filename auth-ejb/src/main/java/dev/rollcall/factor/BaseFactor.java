package dev.rollcall.factor;

import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import dev.rollcall.wallet.WalletSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A signature by Base. */
@ApplicationScoped
class BaseFactor extends WalletSignature {

    BaseFactor() {
        this(null, null, null); // for the container's proxy
    }

    @Inject
    BaseFactor(WalletSignatures signatures, VerificationService verifications, Veil veil) {
        super(Strategy.WEB3_BASE_SIGNATURE, signatures, verifications, veil);
    }
}
