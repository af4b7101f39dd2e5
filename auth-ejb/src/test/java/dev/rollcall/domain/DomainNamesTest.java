package dev.rollcall.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTest {

    @ParameterizedTest(name = "{0} is {1} in the DNS and reads {2}")
    @CsvSource({
        "Example.COM,               example.com,            example.com",
        "bücher.example,            xn--bcher-kva.example,  bücher.example",
        "bu\u0308cher.example,      xn--bcher-kva.example,  bücher.example",
        "BÜCHER.example,            xn--bcher-kva.example,  bücher.example",
        "XN--Bcher-KVA.example,     xn--bcher-kva.example,  bücher.example",
        "ｂücher。example,           xn--bcher-kva.example,  bücher.example",
        "straße.example,            xn--strae-oqa.example,  straße.example",
        "strasse.example,           strasse.example,        strasse.example",
        "małpa.example,             xn--mapa-11a.example,   małpa.example",
        "हिन्दी.example,               xn--j2bd4cyah0f.example, हिन्दी.example",
        "r3---sn.example,           r3---sn.example,        r3---sn.example",
        "localhost,                 localhost,              localhost",
    })
    void hasTwoFormsHoweverItIsWritten(String written, String ascii, String readable) {
        assertThat(DomainNames.ascii(written)).hasValue(ascii);
        assertThat(DomainNames.readable(written)).hasValue(readable);
        assertThat(DomainNames.ascii(readable)).hasValue(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "example.com.",
                "-a.example",
                "a-.example",
                "a b.example",
                "a_b.example",
                "xn--.example",
                "xn--a.example",
                "xn--bcher.example\u0000",
                "\u0308a.example",
                "a\u200db.example",
                "a@b.example",
                "١a.example"
            })
    void isNoneThatTheDnsCannotHave(String written) {
        assertThat(DomainNames.ascii(written)).isEmpty();
        assertThat(DomainNames.readable(written)).isEmpty();
    }
}
