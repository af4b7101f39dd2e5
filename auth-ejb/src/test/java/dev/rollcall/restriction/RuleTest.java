package dev.rollcall.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.identifier.IdentifierType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @ParameterizedTest(name = "block list: {0} is about {2}: {3}")
    @CsvSource({
        "jo@example.com,        EMAIL_ADDRESS, jo@example.com,         true",
        "jo@example.com,        EMAIL_ADDRESS, JO+x@example.com,       true",
        "jo+x@example.com,      EMAIL_ADDRESS, jo@example.com,         true",
        "jo@gmail.com,          EMAIL_ADDRESS, j.o@googlemail.com,     true",
        "*@googlemail.com,      EMAIL_ADDRESS, jo@googlemail.com,      true",
        "*@gmail.com,           EMAIL_ADDRESS, jo@googlemail.com,      true",
        "example.com,           EMAIL_ADDRESS, jo@example.com,         true",
        "*@example.com,         EMAIL_ADDRESS, jo@sub.example.com,     false",
        "*@*.example.com,       EMAIL_ADDRESS, jo@sub.example.com,     true",
        "*@*.example.com,       EMAIL_ADDRESS, jo@a.sub.example.com,   true",
        "*@*.example.com,       EMAIL_ADDRESS, jo@example.com,         false",
        "*@ample.com,           EMAIL_ADDRESS, jo@example.com,         false",
        "+49*,                  PHONE_NUMBER,  +4930123456,            true",
        "+49 30 123456,         PHONE_NUMBER,  +4930123456,            true",
        "+4930123456,           PHONE_NUMBER,  +49301234567,           false",
        "+4930123456*,          PHONE_NUMBER,  +49301234567,           true",
        "+48*,                  PHONE_NUMBER,  +4930123456,            false",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, WEB3_WALLET, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, true",
    })
    void isFoundByTheKeysOfWhatItIsAbout(String rule, IdentifierType type, String identifier, boolean found) {
        var key = Rule.of(ListKind.BLOCKED, rule).canonical();
        assertThat(Rule.keys(ListKind.BLOCKED, type, identifier).contains(key)).isEqualTo(found);
    }

    @ParameterizedTest(name = "allow list: {0} is about {1}: {2}")
    @CsvSource({
        "jo@example.com,        jo@example.com,         true",
        "jo@example.com,        JO@EXAMPLE.COM,         true",
        "jo@example.com,        jo+x@example.com,       false",
        "jo@gmail.com,          j.o@gmail.com,          false",
        "*@example.com,         jo+x@example.com,       true",
        "*@gmail.com,           jo@googlemail.com,      false",
    })
    void letsNobodyInByAnotherSpelling(String rule, String address, boolean found) {
        var key = Rule.of(ListKind.ALLOWED, rule).canonical();
        assertThat(Rule.keys(ListKind.ALLOWED, IdentifierType.EMAIL_ADDRESS, address)
                        .contains(key))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "*",
                "*@",
                "*@*",
                "@example.com",
                "+0123",
                "+49x*",
                "0x12",
                "*.*.example.com",
                ".",
                "*@..",
                "*@-.com"
            })
    void refusesWhatNamesNobody(String text) {
        assertThatThrownBy(() -> Rule.of(ListKind.BLOCKED, text)).isInstanceOf(Refusal.class);
    }
}
