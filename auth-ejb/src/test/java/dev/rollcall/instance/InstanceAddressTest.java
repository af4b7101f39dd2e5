package dev.rollcall.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceAddressTest {

    private static final InstanceAddress DEVELOPMENT =
            new InstanceAddress(EnvironmentType.DEVELOPMENT, "brisk-heron-41", null);
    private static final InstanceAddress PRODUCTION =
            new InstanceAddress(EnvironmentType.PRODUCTION, "calm-otter-12", "example.com");

    /**
     * Clients split the key at underscores, decode the third part and want one dollar sign, at the end, and a dot (protocol
     * §1.1).
     */
    @Test
    void aPublishableKeyIsWhatClientsAcceptAndNamesTheHost() {
        for (var address : new InstanceAddress[] {DEVELOPMENT, PRODUCTION}) {
            var parts = address.publishableKey().split("_");
            assertThat(parts).hasSize(3);
            assertThat(new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.US_ASCII))
                    .isEqualTo(address.frontendHost() + "$");
        }
        assertThat(DEVELOPMENT.publishableKey()).startsWith("pk_test_");
        assertThat(PRODUCTION.publishableKey()).startsWith("pk_live_");
    }

    @Test
    void everySlugMakesAKeyThatClientsAccept() {
        IntStream.range(0, 500).mapToObj(i -> Slugs.random()).forEach(slug -> {
            assertThat(slug).matches("[a-z]+-[a-z]+-\\d{2}");
            var key = new InstanceAddress(EnvironmentType.DEVELOPMENT, slug, null).publishableKey();
            assertThat(key.split("_")).hasSize(3);
        });
    }

    @Test
    void furtherDevelopmentInstancesLiveBelowAPathAndProductionOnItsHost() {
        assertThat(DEVELOPMENT.baseUrl("http://localhost:9080", true)).isEqualTo("http://localhost:9080");
        assertThat(DEVELOPMENT.baseUrl("http://localhost:9080", false))
                .isEqualTo("http://localhost:9080/brisk-heron-41");
        assertThat(PRODUCTION.baseUrl("http://localhost:9080", false)).isEqualTo("https://clerk.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "Shop.Example.COM, shop.example.com",
        "bücher.example, xn--bcher-kva.example"
    })
    void aDomainIsKeptInItsAsciiForm(String given, String kept) {
        assertThat(NewApplication.domain(given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "https://example.com",
                "example.com:443",
                "example.com/x",
                "127.0.0.1",
                "-a.example",
                "a..example",
                "*.example.com",
                "example.com\nx",
                "a b.example",
                "exa$mple.com",
                "under_score.example"
            })
    void whatIsNoDomainIsRefused(String domain) {
        assertThatThrownBy(() -> NewApplication.domain(domain)).isInstanceOf(Refusal.class);
    }
}
