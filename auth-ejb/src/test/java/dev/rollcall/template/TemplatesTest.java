package dev.rollcall.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.FixedConfig;
import dev.rollcall.data.FixedClock;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Instances;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TemplatesTest {

    private static final Templates TEMPLATES = new Templates();

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void everyMessageSaysWhatItMustAndWhoSendsIt(BuiltIn message) {
        var text = write(message, Instances.development());
        assertThat(text.bodyPlain()).contains("Test").doesNotContain("{{", "<p", "&#x", "&amp;");
        for (var variable : message.required()) {
            assertThat(text.bodyPlain()).contains(Samples.of(message).getString(variable));
        }
        if (message.medium() == Medium.EMAIL) {
            assertThat(text.subject()).isNotBlank().doesNotContain("{{");
            assertThat(text.body())
                    .startsWith("<!DOCTYPE html>")
                    .contains("ada@example.com")
                    .doesNotContain("{{");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "^(?!SMS_).*")
    void mailLoadsNothingFromElsewhere(BuiltIn message) {
        assertThat(write(message, Instances.development()).body())
                .doesNotContain("src=", "url(", "@import", "<link", "<script");
    }

    @Test
    void theTwinReadsLikeTyped() {
        var text = write(BuiltIn.MAGIC_LINK_SIGN_IN, Instances.development());
        assertThat(text.bodyPlain()).startsWith("""
                Test

                Sign in to Test

                Sign in: https://app.example.com/open?token=sample

                The link is good for 10 minutes and can be used once.""");
    }

    @Test
    void theTwinHidesWhatHtmlHides() {
        assertThat(PlainText.of(
                        "<style>p{}</style><div style='display:none'><div>x</div>y</div><p>a &lt;b&gt; &#39;c&#x27;</p>"
                                + "<ul><li>one<li>two</ul><!-- no --><a href=\"https://e.org/?a=1&amp;b=2\">go</a>"))
                .isEqualTo("a <b> 'c'\n\n- one\n- two\n\ngo: https://e.org/?a=1&b=2\n");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "^(?!SMS_).*")
    void htmlInjectionByAnApplicationsName(BuiltIn message) {
        var text = write(message, named("<img src=x onerror=alert(1)> & \"Co\""));
        assertThat(text.body()).contains("&lt;img").doesNotContain("<img");
        assertThat(text.bodyPlain()).contains("<img src=x onerror=alert(1)> & \"Co\"");
    }

    @Test
    void headerInjectionByAnApplicationsName() {
        var text = write(BuiltIn.VERIFICATION_CODE, named("Evil\r\nBcc: all@example.com"));
        assertThat(text.subject()).isEqualTo("424242 is your verification code for Evil Bcc: all@example.com");
    }

    @Test
    void templateInjectionByAnApplicationsName() {
        var text = write(BuiltIn.VERIFICATION_CODE, named("{{to_email_address}}"));
        assertThat(text.subject()).endsWith("for {{to_email_address}}");
    }

    @Test
    void aMessageDoesNotPrintItsCode() {
        var text = write(BuiltIn.VERIFICATION_CODE, Instances.development());
        assertThat(text.toString()).doesNotContain("424242");
        assertThat(MessageText.of(text.toJson())).isEqualTo(text);
    }

    @Test
    void anUnknownTemplateIsOurBug() {
        assertThatThrownBy(() -> BuiltIn.of(Medium.EMAIL, "no_such")).isInstanceOf(IllegalArgumentException.class);
    }

    private static MessageText write(BuiltIn message, Instance instance) {
        return TEMPLATES.write(message, null, instance, data(message, instance));
    }

    static JsonObject data(BuiltIn message, Instance instance) {
        var about = new MessageData(new FixedClock(), new ServerConfig(new FixedConfig(Map.of())));
        var given = Json.createObjectBuilder(Samples.of(message)).build();
        return about.of(instance, "ada@example.com", message.medium(), JsonObject.EMPTY_JSON_OBJECT, given);
    }

    private static Instance named(String name) {
        var i = Instances.development();
        return new Instance(
                i.id(),
                i.applicationId(),
                name,
                i.type(),
                i.slug(),
                i.frontendHost(),
                i.baseUrl(),
                i.domain(),
                i.publishableKey(),
                i.settings(),
                i.settingsVersion());
    }
}
