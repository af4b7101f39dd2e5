package dev.rollcall.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EthereumSignatureTest {

    private static final String ADDRESS = "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23";
    private static final String R = "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd";
    private static final String S = "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029";
    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    /** EIP-191, version 0x45: the example of web3.js (accounts.sign), and what ethers 6 signs. */
    @ParameterizedTest
    @CsvSource({
        "Some data, 0x2c7536E3605D9C16a7a3D7b1898e529396a65c23, 0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c",
        "Some data, 0x2c7536E3605D9C16a7a3D7b1898e529396a65c23, 0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a02901",
        "Hello World, 0x14791697260E4c9A71f18484C9f997B308e59325, 0xe0ed34fbbe927a58267ce2e8067a611c69869e20e731bc99187a8bc97058664c16de07f7660f06ce0985d1d8e063726783033fda59b307897f26a21392d62b3a1c",
        "Wörtlich, 0x14791697260E4c9A71f18484C9f997B308e59325, 0x16405de79cd8439f057299d89ac0fc7675ae7ceba4ac580b59fd90267e176f5b3dd33832d6882e00dc5259c64a5df25e5ed24072328deb4f1de66008980844fc1b",
    })
    void theSignerOfAPublishedSignatureIsRecovered(String message, String address, String signature) {
        assertThat(EthereumSignature.of(signature).orElseThrow().signer(message))
                .contains(address.toLowerCase(Locale.ROOT));
        assertThat(WalletSignatures.isOf(address.toLowerCase(Locale.ROOT), message, signature))
                .isTrue();
        assertThat(WalletSignatures.isOf(address.toLowerCase(Locale.ROOT), message + ".", signature))
                .isFalse();
    }

    @Test
    void aSignatureWithAHighSIsRefused() {
        var highS = ORDER.subtract(new BigInteger(S, 16)).toString(16);
        assertThat(highS).hasSize(64);
        assertThat(EthereumSignature.of("0x" + R + S + "1c")).isPresent();
        assertThat(EthereumSignature.of("0x" + R + highS + "1b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "zz",
                "0x1234",
                "0x0000000000000000000000000000000000000000000000000000000000000000" + S + "1c",
                "0x" + R + "0000000000000000000000000000000000000000000000000000000000000000" + "1c",
                "0x" + R + S + "1d", // recovery ids 2 and 3 name points that nobody meets
                "0x" + R + S + "ff",
                "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141" + S + "1c",
            })
    void whatIsNoSignatureIsRefused(String text) {
        assertThat(EthereumSignature.of(text)).isEmpty();
    }

    @Test
    void anRThatIsNoPointsNamesNobody() {
        var none = "0x0000000000000000000000000000000000000000000000000000000000000005" + S + "1b";
        assertThat(EthereumSignature.of(none).orElseThrow().signer("Some data")).isEmpty();
        assertThat(WalletSignatures.isOf(ADDRESS, "Some data", none)).isFalse();
    }

    /** The examples of EIP-55. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
            })
    void anAddressIsShownWithItsChecksum(String address) {
        assertThat(EthereumSignature.checksummed(address.toLowerCase(Locale.ROOT)))
                .isEqualTo(address);
    }
}
