package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.input.Hostile;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class UrlPropertiesTest {

    @Property
    void aUrlIsNoneOrHasAHostAndNobodyElseIn(@ForAll("urls") String text) {
        var read = WebUrl.of(text);
        Statistics.collect(read.isPresent());
        Statistics.coverage(all -> all.check(true).percentage(part -> part > 5));
        read.ifPresent(uri -> {
            assertThat(uri.getHost()).isNotEmpty();
            assertThat(uri.getRawUserInfo()).isNull();
            assertThat(uri.toASCIIString()).doesNotContain("\\", " ", "\r", "\n");
            assertThat(WebUrl.of(uri.toString())).contains(uri);
            assertThat(Redirect.allowedBy(uri)).doesNotContainNull();
            assertThat(URI.create(Redirect.origin(uri)).getHost()).isEqualToIgnoringCase(uri.getHost());
        });
    }

    @Property
    void aQueryIsAddedToAnyUrl(@ForAll("urls") String text) {
        WebUrl.absolute(text).ifPresent(uri -> assertThat(
                        Redirect.with(uri, "__clerk_status", "verified").toString())
                .contains("__clerk_status=verified"));
    }

    @Property
    void whatIsNoAddressStandsForItself(@ForAll("texts") String text) {
        assertThat(Network.of(text)).isNotNull();
        assertThat(Network.of(Network.of(text))).isEqualTo(Network.of(text));
    }

    @Provide
    Arbitrary<String> urls() {
        var starts = Arbitraries.of(
                "", "https://", "http://", "https://app.example.com", "HTTPS://a@", "myapp:", "//", "https:/");
        var sites = Arbitraries.of(
                "https://app.example.com/",
                "HTTPS://APP.example.com:443/?",
                "http://localhost:3000#",
                "http://[::1]:3000/",
                "https://a@app.example.com/",
                "https://a:b@app.example.com/?");
        return Arbitraries.oneOf(starts, sites).flatMap(start -> Hostile.texts().map(rest -> start + rest));
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.texts();
    }
}
