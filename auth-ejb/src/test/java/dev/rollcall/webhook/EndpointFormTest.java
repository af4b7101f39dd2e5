package dev.rollcall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "example.com",
                "https://",
                "https://user:secret@example.com/",
                "https://a b/",
                "javascript:alert(1)",
                "https://example.com/#x",
                "http://example.com/"
            })
    void aProductionUrlIsHttpsAndNothingElse(String url) {
        assertThatThrownBy(() -> form(url, false)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDevelopmentUrlMayBePlain() {
        assertThat(form("http://localhost:3000/hook", true).url()).isEqualTo("http://localhost:3000/hook");
    }

    @Test
    void aPatchLeavesTheRest() {
        var before = form("https://example.com/", false);
        var body = Input.ofJson(Json.createObjectBuilder().add("disabled", true).build());
        assertThat(before.patched(body, false).url()).isEqualTo(before.url());
        assertThat(before.patched(body, false).disabled()).isTrue();
    }

    /** Header injection. */
    @ParameterizedTest
    @CsvSource({"'X-A', 'a\r\nX-B: c'", "'X A', 'b'", "'X-A:', 'b'", "'X-Ä', 'b'", "'', 'b'", "'X-A', 'é'"})
    void aHeaderIsOneLine(String name, String value) {
        assertThatThrownBy(() -> headers(name, value)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"svix-id", "Webhook-Signature", "host", "Content-Length", "Transfer-Encoding", "content-type"})
    void whatTheServerSaysNobodyElseSays(String name) {
        assertThatThrownBy(() -> headers(name, "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void credentialsAreNotShownAgain() {
        var view = CustomHeaders.view(Map.of("Authorization", "Bearer x", "X-Api-Key", "y", "X-Team", "a"));
        assertThat(view.headers()).containsOnly(Map.entry("X-Team", "a"));
        assertThat(view.sensitive()).containsExactly("Authorization", "X-Api-Key");
    }

    private static EndpointForm form(String url, boolean plainHttp) {
        return EndpointForm.of(
                Input.ofJson(Json.createObjectBuilder().add("url", url).build()), plainHttp);
    }

    private static Map<String, String> headers(String name, String value) {
        return CustomHeaders.checked(Json.createObjectBuilder().add(name, value).build());
    }
}
