package dev.rollcall.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.verification.Strategy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletsTest {

    private static final String SOLANA = "FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z";
    private static final String ETHEREUM = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";

    /** Tests 1 and 2 of RFC 8032, 7.1, and one that Node's OpenSSL has made. */
    @ParameterizedTest
    @CsvSource({
        "'', FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z, 5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==",
        "r, 586Z7H2vpX9qNhN2T4e9Utugie3ogjbxzGaMtM3E6HR5, kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==",
        "Wörtlich, ASe4d31DXA1QZqianAc9L8PpfHteJEzyAkVmCsp9Fqbb, AwSezq/9jLxJiGZ+uklE/DEXpoODN0EkOp4asEch/Pw2W4szVnxUiAqOokbLEhnOFl6ohE5dniPgp8ZEisihAQ==",
    })
    void theSignaturesOfSolanaAreEd25519(String message, String address, String signature) {
        var text = message.equals("Wörtlich") ? "Prove it.\nWörtlich." : message;
        assertThat(WalletSignatures.isOf(address, text, signature)).isTrue();
        assertThat(WalletSignatures.isOf(address, text + "!", signature)).isFalse();
        assertThat(WalletSignatures.isOf(SOLANA, text + " ", signature)).isFalse();
        assertThat(WalletSignatures.isOf(address, text, "no base64")).isFalse();
        assertThat(WalletSignatures.isOf(address, text, "AAAA")).isFalse();
    }

    @Test
    void anAddressKeepsItsCaseWhereCaseMatters() {
        assertThat(Wallets.address(" 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed ", "web3_wallet"))
                .isEqualTo(ETHEREUM);
        assertThat(Wallets.address(SOLANA, "web3_wallet")).isEqualTo(SOLANA);
        assertThat(Wallets.masked(ETHEREUM)).isEqualTo("0x5aae...eaed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada@example.org",
                "0x1234",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg",
                "FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS9",
                "0OIl3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z",
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(WalletKind.of(text)).isEmpty();
        assertThatThrownBy(() -> Wallets.address(text, "web3_wallet"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo("form_param_format_invalid"));
    }

    @Test
    void eachChainSignsByItsOwnStrategies() {
        assertThat(WalletKind.ETHEREUM.signsBy(Strategy.WEB3_METAMASK_SIGNATURE))
                .isTrue();
        assertThat(WalletKind.ETHEREUM.signsBy(Strategy.WEB3_SOLANA_SIGNATURE)).isFalse();
        assertThat(WalletKind.SOLANA.signsBy(Strategy.WEB3_SOLANA_SIGNATURE)).isTrue();
        assertThat(WalletKind.SOLANA.signsBy(Strategy.WEB3_BASE_SIGNATURE)).isFalse();
    }

    /** The form of EIP-4361. */
    @Test
    void theMessageNamesTheSiteAndTheWallet() {
        var message = new SignInMessage(
                        WalletKind.ETHEREUM,
                        ETHEREUM,
                        "https://app.example.org",
                        "kEWepMt9knR6lWJ6A",
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        Duration.ofMinutes(10))
                .text();
        assertThat(message).isEqualTo("""
                        app.example.org wants you to sign in with your Ethereum account:
                        0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed

                        Sign this message to prove that the wallet is yours. It costs nothing.

                        URI: https://app.example.org
                        Version: 1
                        Chain ID: 1
                        Nonce: kEWepMt9knR6lWJ6A
                        Issued At: 2026-01-02T03:04:05.678Z
                        Expiration Time: 2026-01-02T03:14:05.678Z""");
        assertThat(SignInMessage.names(message, ETHEREUM)).isTrue();
        assertThat(SignInMessage.names(message, "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359"))
                .isFalse();
    }
}
