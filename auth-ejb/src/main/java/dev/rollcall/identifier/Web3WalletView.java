package dev.rollcall.identifier;

import dev.rollcall.verification.VerificationView;
import java.util.Map;

/** A wallet as the wire shows it ({@code Client.Web3Wallet}); times are epoch milliseconds. */
public record Web3WalletView(
        String id, String object, String web3Wallet, VerificationView verification, long createdAt, long updatedAt) {

    /** The wallet with the challenge that was sent to it, looked up among those given. */
    public static Web3WalletView of(Identified wallet, Map<String, VerificationView> verifications) {
        return new Web3WalletView(
                wallet.id(),
                "web3_wallet",
                wallet.identifier(),
                wallet.verificationId() == null ? null : verifications.get(wallet.verificationId()),
                wallet.createdAt(),
                wallet.updatedAt());
    }
}
