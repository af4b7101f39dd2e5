package dev.rollcall.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisposableDomainsTest {

    private final DisposableDomains domains = new DisposableDomains(new ServerConfig(new FixedConfig(
            Map.of("ROLLCALL_DISPOSABLE_DOMAINS", "throwaway.example, !mailinator.com\n W\u00e4g.example"))));

    @ParameterizedTest(name = "{0} is thrown away: {1}")
    @CsvSource({
        "jo@example.com,             false",
        "jo@guerrillamail.com,       true",
        "jo@any.guerrillamail.com,   true",
        "jo@notguerrillamail.com,    false",
        "jo@throwaway.example,       true",
        "jo@xn--wg-via.example,      true",
        "jo@mailinator.com,          false",
    })
    void knowsThoseThatComeAlongAndThoseOfTheServer(String address, boolean thrownAway) {
        assertThat(domains.contain(address)).isEqualTo(thrownAway);
    }
}
