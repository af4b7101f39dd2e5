package dev.rollcall.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Hostile;
import dev.rollcall.instance.InstanceSettings;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class IdentifiersPropertiesTest {

    private static final InstanceSettings.Username LOOSE = new InstanceSettings.Username(4, 64, true, true);

    @Property
    void anAddressIsRefusedOrTheSameWhenReadAgain(@ForAll("texts") String text) {
        for (var candidate : new String[] {text, text + "@example.com", "a@" + text + ".com"}) {
            try {
                var address = Identifiers.emailAddress(candidate, "email_address");
                assertThat(Identifiers.emailAddress(address, "email_address")).isEqualTo(address);
                assertThat(address).matches("[^@\\s]+@[^@\\s]+").doesNotContain("\0");
            } catch (Refusal refused) {
                assertThat(refused.problem().code()).isEqualTo("form_param_format_invalid");
            }
        }
    }

    @Property
    void aUserNameIsRefusedOrTheSameWhenReadAgain(@ForAll("usernames") String text) {
        Hostile.refusedOrRead(() -> {
            var name = Identifiers.username(text, LOOSE);
            Statistics.collect("read");
            assertThat(Identifiers.username(name, LOOSE)).isEqualTo(name);
            assertThat(name).matches("[^@\\s]{4,64}");
            return name;
        });
        Statistics.coverage(all -> all.check("read").count(read -> read > 100));
    }

    @Property
    void comparingIsTheSameHoweverOftenItIsPrepared(@ForAll("texts") String text) {
        var once = Identifiers.canonical(text);
        assertThat(Identifiers.canonical(once)).isEqualTo(once);
    }

    @Property
    void maskingShowsNoMoreThanThreeLettersAndTheEnd(@ForAll("names") String local, @ForAll("names") String domain) {
        var masked = Identifiers.masked(local + "@" + domain + ".com");
        assertThat(masked.toLowerCase(Locale.ROOT))
                .isEqualTo(local.substring(0, 1) + "***@" + domain.substring(0, 1) + "***.com");
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }

    @Provide
    Arbitrary<String> usernames() {
        var likely = Arbitraries.strings()
                .withChars("abzABZ019_.!#$&'*+/=?^`{|}~-")
                .ofMinLength(3)
                .ofMaxLength(66);
        return Arbitraries.oneOf(likely, likely.map(name -> " " + name + "\t"), Hostile.texts());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    }
}
