package dev.rollcall.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.instance.Instances;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelyingPartyTest {

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "http://localhost:3000, localhost",
        "https://My-App.example.net, my-app.example.net",
        "http://127.0.0.1:3000, localhost",
        "http://[::1]:3000, localhost",
        "nonsense, localhost",
    })
    void inDevelopmentTheHostOfThePage(String origin, String id) {
        assertThat(RelyingParty.of(Instances.development(), Optional.of(origin)))
                .isEqualTo(new RelyingParty(id, origin));
    }

    @Test
    void anAppThatIsNoPageIsOnThisMachine() {
        assertThat(RelyingParty.of(Instances.development(), Optional.empty()))
                .isEqualTo(new RelyingParty("localhost", "http://localhost"));
    }

    @Test
    void inProductionTheDomainWhateverPageBelowItAsks() {
        var production = Instances.production();
        assertThat(RelyingParty.of(production, Optional.of("https://app." + production.domain())))
                .isEqualTo(new RelyingParty(production.domain(), "https://app." + production.domain()));
        assertThat(RelyingParty.of(production, Optional.empty()))
                .isEqualTo(new RelyingParty(production.domain(), "https://" + production.domain()));
    }
}
