package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputReaderTest {

    private static final MediaType MULTIPART = new MediaType("multipart", "form-data", Map.of("boundary", "XX"));

    @Test
    void readsAForm() {
        var input = parse(MediaType.APPLICATION_FORM_URLENCODED_TYPE, "identifier=a%40b.co&organization_id=&x=1&x=2");

        assertThat(input.required("identifier")).isEqualTo("a@b.co");
        assertThat(input.has("organization_id")).isTrue();
        assertThat(input.text("organization_id")).isEmpty();
        assertThat(input.list("x")).containsExactly("1", "2");
    }

    @Test
    void readsAJsonObject() {
        var input = parse(new MediaType("application", "json", "utf-8"), """
                {"a":"é","n":null,"o":{"k":1},"l":["x","y"]}""");

        assertThat(input.required("a")).isEqualTo("é");
        assertThat(input.has("n")).isTrue();
        assertThat(input.object("o").orElseThrow().getInt("k")).isEqualTo(1);
        assertThat(input.list("l")).containsExactly("x", "y");
    }

    @Test
    void readsTheTextsOfAMultipartForm() {
        var input = parse(
                MULTIPART,
                "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n2\r\n"
                        + "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\nbytes\r\n--XX--\r\n");

        assertThat(input.required("a")).isEqualTo("1\r\n2");
        assertThat(input.has("f")).isFalse();
    }

    @Test
    void takesABodyWithoutATypeForWhatItLooksLike() {
        assertThat(parse(null, " {\"a\":\"1\"}").required("a")).isEqualTo("1");
        assertThat(parse(null, "a=1").required("a")).isEqualTo("1");
        assertThat(parse(MediaType.APPLICATION_OCTET_STREAM_TYPE, "a=1").required("a"))
                .isEqualTo("1");
        assertThat(parse(MediaType.TEXT_PLAIN_TYPE, "{\"a\":\"1\"}").required("a"))
                .isEqualTo("1");
        assertThat(parse(MediaType.APPLICATION_JSON_TYPE, "").has("a")).isFalse();
        assertThat(parse(MediaType.APPLICATION_JSON_TYPE, " ").has("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "null", "\"x\"", "{\"a\":}", "{'a':1}", "{\"a\":1}x", "{\"a\":\"\u0001\"}", "a=1"})
    void refusesWhatIsNoJsonObject(String body) {
        assertRefused(MediaType.APPLICATION_JSON_TYPE, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--XX",
                "--XX\r\n\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"
            })
    void refusesABrokenMultipartForm(String body) {
        assertRefused(MULTIPART, body + "\r\n");
        assertRefused(MediaType.MULTIPART_FORM_DATA_TYPE, "x" + body);
    }

    @Test
    void refusesDepthWithoutEnd() {
        assertRefused(MediaType.APPLICATION_JSON_TYPE, "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000));
        assertRefused(MediaType.APPLICATION_JSON_TYPE, "{\"a\":" + "[".repeat(100_000));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        assertThatThrownBy(() -> InputReader.parse(MediaType.APPLICATION_JSON_TYPE, body))
                .isInstanceOf(Refusal.class);
    }

    private static Input parse(MediaType type, String body) {
        return InputReader.parse(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(MediaType type, String body) {
        assertThatThrownBy(() -> parse(type, body))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(CommonProblem.REQUEST_BODY_INVALID));
    }
}
