package dev.rollcall.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest(name = "{0} is {1}, of {2}, shown as {3}")
    @CsvSource({
        "+1 (201) 555-0123,   +12015550123,   US, +1*****23",
        "+15555550100,        +15555550100,   US, +1*****00",
        "+44 20 7946 0018,    +442079460018,  GB, +44*****18",
        "+49 (0)30 123456,    +4930123456,    DE, +49*****56",
        "+39 06 1234 5678,    +390612345678,  IT, +39*****78",
        "+1 416 555 0123,     +14165550123,   CA, +1*****23",
        "+237 6 71 23 45 67,  +237671234567,  CM, +237*****67",
    })
    void aNumberHasOneFormACountryAndAMask(String written, String e164, String country, String masked) {
        assertThat(PhoneNumbers.e164(written, "phone_number")).isEqualTo(e164);
        assertThat(PhoneNumbers.of(e164)).as("it stays what it is").contains(e164);
        assertThat(PhoneNumbers.country(e164)).contains(country);
        assertThat(PhoneNumbers.masked(e164)).isEqualTo(masked);
    }

    @ParameterizedTest(name = "\"{0}\" is refused")
    @ValueSource(
            strings = {
                "12015550123",
                "2015550123",
                "+1",
                "+0000000000",
                "+1201555012",
                "+120155501234567890",
                "+1-800-FLOWERS",
                "+12015550123;ext=1",
                "+12015550123x9",
                "tel:+12015550123",
                "+999123456789",
                "ada@example.com",
                "+1201555\r\n0123",
                "",
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(PhoneNumbers.of(text)).isEmpty();
        assertThatThrownBy(() -> PhoneNumbers.e164(text, "phone_number"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().code()).isEqualTo("form_param_format_invalid");
                    assertThat(refusal.meta()).containsEntry("param_name", "phone_number");
                });
    }

    @Test
    void aNumberOfNoCountryIsOfNone() {
        assertThat(PhoneNumbers.country("+80012345678")).isEmpty();
    }
}
