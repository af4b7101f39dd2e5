package dev.rollcall.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.instance.InstanceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final InstanceSettings.Username RULES = new InstanceSettings.Username(4, 12, false, false);

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example.org", "o'hara@example.ie", "jörg@müller.de"})
    void takesAddressesThatPeopleHave(String address) {
        assertThatCode(() -> Identifiers.emailAddress(address, "email_address")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.co",
                "a@b",
                "a b@c.co",
                "a@b..co",
                ".a@b.co",
                "a@-b.co",
                "a@b.co\r\nBcc: x@y.z",
                "<a@b.co>",
                "a@b.co,c@d.co"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Identifiers.emailAddress(text, "email_address"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void comparesWithoutCase() {
        assertThat(Identifiers.canonical(" Ada@Example.ORG ")).isEqualTo("ada@example.org");
    }

    /** Whoever is named like somebody's number could be taken for them. */
    @ParameterizedTest
    @ValueSource(strings = {"+12015550123", "+1-201-555", "+ada"})
    void aUserNameNeverPassesForAPhoneNumber(String name) {
        var rules = new InstanceSettings.Username(4, 64, true, true);
        assertThatThrownBy(() -> Identifiers.username(name, rules)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12015550123", " +1 (201) 555-0123", "\uff0b12015550123"})
    void comparesPhoneNumbersByWhatIsDialled(String written) {
        assertThat(Identifiers.canonical(written)).isEqualTo("+12015550123");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"jane@example.com, j***@e***.com", "a@b.co, a***@b***.co"})
    void masksAnAddressSomebodyElseMaySee(String address, String masked) {
        assertThat(Identifiers.masked(address)).isEqualTo(masked);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "abc,             FORM_USERNAME_INVALID_LENGTH",
        "abcdefghijklm,   FORM_USERNAME_INVALID_LENGTH",
        "with space,      FORM_USERNAME_INVALID_CHARACTER",
        "dot.ted,         FORM_USERNAME_INVALID_CHARACTER",
        "12345,           FORM_USERNAME_NEEDS_NON_NUMBER_CHAR",
    })
    void refusesUserNamesThatBreakTheRules(String name, IdentifierProblem problem) {
        assertThatThrownBy(() -> Identifiers.username(name, RULES))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(problem));
    }

    @Test
    void blanksOfEveryKindAroundAnIdentifierDoNotMakeAnotherOne() {
        assertThat(Identifiers.canonical("\u00a0Ada@example.com\u3000")).isEqualTo("ada@example.com");
    }

    @ParameterizedTest(name = "{0} is the address {1}")
    @CsvSource({
        "Q@xn--bcher-kva.example,     q@bücher.example",
        "q@BU\u0308CHER.example,      q@bücher.example",
        "jo@straße.example,           jo@straße.example",
        "jo@strasse.example,          jo@strasse.example",
        "jo@xn--j2bd4cyah0f.example,  jo@हिन्दी.example",
        "a\u0308@example.com,         ä@example.com",
        "\ufb01-x@example.com,        fi-x@example.com",
        "ｋｏｗ@example.com,            kow@example.com",
        "kowal\u017fki@example.com,    kowalski@example.com",
        "jo@ΒΌΛΟΣ.example,            jo@βόλοσ.example",
    })
    void anInternationalDomainIsOneDomain(String written, String address) {
        assertThat(Identifiers.emailAddress(written, "email_address")).isEqualTo(address);
        assertThat(Identifiers.canonical(written)).isEqualTo(address);
        assertThat(Identifiers.canonical(address)).isEqualTo(address);
    }

    @ParameterizedTest(name = "{0} is searched as {1}")
    @CsvSource({
        "q@xn--bcher-kva.exa,  q@bücher.exa",
        "xn--bcher-kva,        bücher",
        "Ada,                  ada",
        "@,                    @",
        "jo@,                  jo@",
    })
    void aPartOfADomainIsSearchedAsItIsKept(String part, String searched) {
        assertThat(Identifiers.searched(part)).isEqualTo(searched);
    }
}
