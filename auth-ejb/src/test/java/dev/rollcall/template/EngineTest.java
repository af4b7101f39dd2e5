package dev.rollcall.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.template.Engine.SyntaxFault;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant's template may do, and what it may not. */
class EngineTest {

    private static final JsonObject DATA = json("""
            {"name": "Ada <b>", "user": {"public_metadata": {"list": [1, 2, 3]}}, "empty": [], "otp_code": "1"}""");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{{name}}|Ada &lt;b&gt;",
                "{{{name}}}|Ada <b>",
                "{{#if name}}yes{{else}}no{{/if}}|yes",
                "{{#unless missing}}none{{/unless}}|none",
                "{{#each user.public_metadata.list}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}|1, 2, 3",
                "{{#user.public_metadata.list}}{{.}}{{/user.public_metadata.list}}|123",
                "{{#with user}}{{#each public_metadata}}{{@key}} {{/each}}{{/with}}|'list '",
                "{{missing.of.all}}.|.",
                "{{#> heading}}x{{/heading}}|" + "<h1 style=\"margin:0 0 12px 0;font-size:22px;line-height:30px;"
                        + "font-weight:700;color:#1f2430;\">x</h1>",
            })
    void theLanguageWorks(String template, String text) throws SyntaxFault {
        assertThat(fill(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name.class}}",
                "{{this.class.name}}",
                "{{user.getClass}}",
                "{{user.class.classLoader}}",
                "{{#with user}}{{entrySet}}{{/with}}",
                "{{otp_code.bytes}}",
                "{{user.public_metadata.list.class}}",
            })
    void templateInjectionReachesNoMethod(String template) throws SyntaxFault {
        assertThat(fill(template)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{> /etc/passwd}}",
                "{{> ../../../etc/passwd}}",
                "{{> email/verification_code}}",
                "{{> template/email/verification_code}}",
                "{{> @partial-block}}",
                "{{embedded \"layout\"}}",
                "{{#block \"x\"}}y{{/block}}",
                "{{partial \"layout\"}}",
                "{{precompile \"layout\"}}",
                "{{i18n \"x\"}}",
                "{{lookup user \"public_metadata\"}}",
                "{{log \"forged line\"}}",
                "{{include \"layout\"}}",
                "{{#*inline \"x\"}}{{> x}}{{/inline}}{{> x}}",
                "{{* something}}",
                "{{> (name)}}",
            })
    void templateInjectionReachesNoFileAndNoOtherHelper(String template) {
        assertThat(outcome(template)).matches("refused|").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#each L}}{{#each ../L}}{{#each ../../L}}x{{/each}}{{/each}}{{/each}}",
                "{{#each L}}{{#each ../L}}{{#each ../../L}}{{/each}}{{/each}}{{/each}}",
                "{{#L}}{{#L}}{{#L}}{{/L}}{{/L}}{{/L}}",
                "{{#each L}}{{#> layout}}x{{/layout}}{{/each}}",
                "{{#each M}}{{#each ../M}}{{#each ../../M}}{{/each}}{{/each}}{{/each}}",
            })
    void outputBomb(String template) throws SyntaxFault {
        var numbers = Json.createArrayBuilder();
        var names = Json.createObjectBuilder();
        for (int i = 0; i < 1000; i++) {
            numbers.add(i);
            names.add("k" + i, i);
        }
        var data = Json.createObjectBuilder().add("L", numbers).add("M", names).build();
        var compiled = Engine.html().compile(template);
        assertThatThrownBy(() -> Filler.fill(compiled, data)).isInstanceOf(Budget.Exceeded.class);
    }

    @Test
    void outputBombOfNestedPieces() {
        var bomb = "{{#> layout}}".repeat(39) + "{{/layout}}".repeat(39);
        assertThat(outcome(bomb).length()).isLessThan(256 * 1024);
        assertThat(outcome("{{#> text}}".repeat(5000) + "{{/text}}".repeat(5000)))
                .isEqualTo("refused");
        assertThat(outcome("{{#if a}}".repeat(30) + "{{/if}}".repeat(30))).isEmpty();
    }

    @ParameterizedTest(name = "line {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'a\nb {{#if name}} c'|2",
                "'a\nb\n{{name'|3",
                "'{{/if}}'|1",
                "'x\n{{#if name}}\n{{/each}}'|3",
            })
    void aSyntaxErrorNamesItsLine(String template, int line) {
        assertThatThrownBy(() -> Engine.html().compile(template))
                .isInstanceOfSatisfying(
                        SyntaxFault.class, e -> assertThat(e.line()).isEqualTo(line));
    }

    private static String outcome(String template) {
        try {
            return fill(template);
        } catch (SyntaxFault | RuntimeException e) {
            return "refused";
        }
    }

    private static String fill(String template) throws SyntaxFault {
        return Filler.fill(Engine.html().compile(template), DATA);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
