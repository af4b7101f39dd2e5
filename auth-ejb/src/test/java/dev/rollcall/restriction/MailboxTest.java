package dev.rollcall.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

    @ParameterizedTest(name = "{0} ends up in {1}")
    @CsvSource({
        "jo@example.com,             jo@example.com",
        "Jo+News@Example.COM,        jo@example.com",
        "jo=news@example.com,        jo@example.com",
        "+jo@example.com,            +jo@example.com",
        "j.o@example.com,            j.o@example.com",
        "J.o+a+b@gmail.com,          jo@gmail.com",
        "j.o@GoogleMail.com,         jo@gmail.com",
        "jo@b\u00fccher.example,     jo@xn--bcher-kva.example",
        "\uff4ao@example.com,        jo@example.com",
    })
    void findsTheMailboxBehindAnAddress(String address, String mailbox) {
        assertThat(Mailbox.of(address).text()).isEqualTo(mailbox);
    }

    @ParameterizedTest(name = "{0} is a sub-address: {1}")
    @CsvSource({"jo@example.com, false", "jo+a@example.com, true", "jo=a@example.com, true", "+jo@example.com, true"})
    void knowsSubaddresses(String address, boolean is) {
        assertThat(Mailbox.isSubaddress(address)).isEqualTo(is);
    }

    @Test
    void knowsWhatADomainLiesIn() {
        assertThat(Mailbox.of("jo@a.b.com").domains()).containsExactly("a.b.com", "b.com", "com");
    }
}
