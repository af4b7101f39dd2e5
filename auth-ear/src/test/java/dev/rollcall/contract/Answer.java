package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * One answer of the server, already judged by the specification.
 *
 * @param request what was asked, for messages
 * @param json the body as JSON; a missing node if it is none
 */
public record Answer(String request, int status, HttpHeaders headers, byte[] body, JsonNode json) {

    /** This answer, which must be a success. */
    public Answer ok() {
        assertThat(status).as("%s answered %s", request, excerpt()).isEqualTo(200);
        return this;
    }

    /** This answer, which must be a refusal for this reason. */
    public Answer refused(int wantedStatus, String code) {
        assertThat(status + " " + text("/errors/0/code"))
                .as("%s answered %s", request, excerpt())
                .isEqualTo(wantedStatus + " " + code);
        assertThat(text("/errors/0/message")).as("message of %s", code).isNotBlank();
        assertThat(text("/errors/0/long_message"))
                .as("long message of %s", code)
                .isNotBlank();
        return this;
    }

    /** This answer, which must be a refusal that names the field. */
    public Answer refused(int wantedStatus, String code, String parameter) {
        refused(wantedStatus, code);
        assertThat(text("/errors/0/meta/param_name"))
                .as("parameter of %s", code)
                .isEqualTo(parameter);
        return this;
    }

    /** What a JSON pointer points at. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The text at a JSON pointer; null where there is none. */
    public String text(String pointer) {
        var node = json.at(pointer);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    /** The header's value, or the empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** All {@code Set-Cookie} lines. */
    public List<String> cookies() {
        return headers.allValues("set-cookie");
    }

    /** The codes of all errors; the webhooks API has one, in a shape of its own. */
    public List<String> codes() {
        return json.has("detail")
                ? json.findValuesAsText("code")
                : json.path("errors").findValuesAsText("code");
    }

    private String excerpt() {
        var text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return status + " " + text.substring(0, Math.min(text.length(), 1500));
    }
}
