package dev.rollcall.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.instance.Instances;
import dev.rollcall.phone.PhoneNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockedCountriesTest {

    /** Text messages to satellites cost the most, and are of no country that could be named. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+14155552671,  true", // a blocked country
        "+4930901820,   false",
        "+881612345678, true", // a satellite network
        "+80012345678,  true", // a service the world over
    })
    void numbersOfNoCountryAreBlockedWhereAnyIs(String number, boolean blocked) {
        var choosy = Instances.patched("{'communication': {'blocked_country_codes': ['US']}}");
        assertThat(PhoneNumbers.of(number)).contains(number);
        assertThat(BlockedCountries.contain(choosy, number)).isEqualTo(blocked);
    }

    @Test
    void nothingIsBlockedWhereNoCountryIs() {
        assertThat(BlockedCountries.contain(Instances.development(), "+881612345678"))
                .isFalse();
    }
}
