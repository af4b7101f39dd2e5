package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserPropertiesTest {

    private static final MediaType MULTIPART = new MediaType("multipart", "form-data", Map.of("boundary", "x"));

    @Property
    void anyBodyOfAnyTypeIsReadOrRefused(@ForAll byte[] body, @ForAll("types") MediaType type) {
        readOrRefused(() -> InputReader.parse(type, body));
    }

    @Property
    void anyTextIsReadOrRefusedAsABody(@ForAll("texts") String text, @ForAll("types") MediaType type) {
        readOrRefused(() -> InputReader.parse(type, bytes(text)));
        readOrRefused(() -> InputReader.parse(type, bytes("{\"a\":" + text)));
        readOrRefused(() -> InputReader.parse(type, bytes("a=" + text + "&b=%" + text)));
    }

    @Property
    void aBodyOfPartsIsReadOrRefused(@ForAll("texts") String head, @ForAll("texts") String content) {
        var part = "--x\r\nContent-Disposition: form-data; name=\"a\"" + head + "\r\n\r\n" + content + "\r\n--x--";
        readOrRefused(() -> InputReader.parse(MULTIPART, bytes(part)));
        readOrRefused(() -> InputReader.parse(MULTIPART, bytes("--x\r\n" + head + "\r\n\r\n\r\n--x" + content)));
    }

    @Property
    void whatAFormSaysIsWhatWasWritten(@ForAll("fields") List<String> values) {
        var text = values.stream()
                .map(value -> "a=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        var read = FormText.parse(text, CommonProblem.REQUEST_BODY_INVALID).getOrDefault("a", List.of());
        assertThat(new ArrayList<>(read)).isEqualTo(values);
    }

    @Property
    void whatABrowserWritesIsNobodysAddressUnlessAProxySaysSo(@ForAll("texts") String header) {
        var proxies = TrustedProxies.of("10.0.0.0/8");
        assertThat(proxies.clientOf("203.0.113.7", List.of(header))).isEqualTo("203.0.113.7");
        assertThat(proxies.clientOf("10.0.0.1", List.of(header, "203.0.113.7"))).isEqualTo("203.0.113.7");
        assertThat(proxies.clientOf("10.0.0.1", List.of(header))).isNotNull();
        assertThat(Forwarded.parsed("for=" + header).chain()).isNotNull();
    }

    @Property
    void aBearerTokenHasNoBlanksAroundIt(@ForAll("texts") String text) {
        assertThat(Bearer.token("bEaReR " + text).orElse("")).isEqualTo(text.strip());
        assertThat(Bearer.token("Basic " + text)).isEmpty();
    }

    @Property
    void whatServersShowIsKnownByItsStart(@ForAll("texts") String text) {
        for (var start : List.of("sk_", "plapi_")) {
            assertThat(Bearer.isServer("Bearer " + start + text)).isTrue();
            assertThat(Bearer.isServer(start + text)).as("without its scheme").isFalse();
            assertThat(Bearer.isServer("Bearer x" + start + text)).isFalse();
        }
    }

    private static void readOrRefused(Supplier<?> reading) {
        try {
            assertThat(reading.get()).isNotNull();
        } catch (Refusal refusal) {
            assertThat(refusal.problem().kind()).isNotNull();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<MediaType> types() {
        return Arbitraries.of(
                MediaType.APPLICATION_JSON_TYPE,
                MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                MediaType.TEXT_PLAIN_TYPE,
                MediaType.WILDCARD_TYPE,
                MediaType.MULTIPART_FORM_DATA_TYPE,
                MULTIPART);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("{}[]\"\\:,%&=+;-\r\n \t.0123456789abcdefx")
                        .withChars('\0', '\ud800', '\u00e9')
                        .ofMaxLength(60),
                Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<List<String>> fields() {
        return Arbitraries.strings()
                .ofMaxLength(20)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .list()
                .ofMaxSize(5);
    }
}
