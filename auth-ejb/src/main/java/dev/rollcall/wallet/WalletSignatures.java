package dev.rollcall.wallet;

import dev.rollcall.crypto.Secrets;
import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.SignedChallenge;
import dev.rollcall.verification.SignedChallenges;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks wallets for signatures, and judges them. */
@ApplicationScoped
public class WalletSignatures {

    @Inject
    private Clock clock;

    @Inject
    private SignedChallenges challenges;

    /**
     * Asks a wallet for a signature, in the caller's transaction; answers the verification's id.
     *
     * @param origin of the page that asks, which a production instance has allowed; empty for an app that is no page
     */
    public String ask(Instance instance, Strategy strategy, String address, Optional<String> origin) {
        var site = origin.filter(WalletSignatures::isPage).orElseGet(() -> home(instance));
        var nonce = Secrets.token();
        var message = new SignInMessage(
                WalletKind.of(address).orElseThrow(), address, site, nonce, clock.now(), challenges.lifetime(instance));
        return challenges.issue(instance, strategy, new SignedChallenge(nonce, message.text(), site));
    }

    /**
     * Judges a signature, in a transaction of its own: it must be of the very message that was given out, and by the wallet that the message
     * names.
     *
     * @param addresses those of whoever answers
     */
    public Verdict judge(
            Instance instance, Strategy strategy, String verificationId, List<String> addresses, String signature) {
        return challenges.attempt(
                instance,
                verificationId,
                strategy,
                asked -> addresses.stream()
                        .filter(address -> SignInMessage.names(asked.message(), address))
                        .anyMatch(address -> isOf(address, asked.message(), signature)),
                WalletProblem.FORM_INCORRECT_SIGNATURE);
    }

    static boolean isOf(String address, String message, String signature) {
        var kind = WalletKind.of(address);
        if (kind.isEmpty()) {
            return false;
        }
        return switch (kind.get()) {
            case ETHEREUM ->
                EthereumSignature.of(signature)
                        .flatMap(given -> given.signer(message))
                        .filter(address.toLowerCase(Locale.ROOT)::equals)
                        .isPresent();
            case SOLANA -> SolanaSignature.isOf(address, message, signature);
        };
    }

    private static boolean isPage(String origin) {
        try {
            return URI.create(origin).getRawAuthority() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String home(Instance instance) {
        return instance.isDevelopment() ? instance.baseUrl() : "https://" + instance.domain();
    }
}
