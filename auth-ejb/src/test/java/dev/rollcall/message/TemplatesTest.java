package dev.rollcall.message;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

    private static final JsonObject CODE =
            Json.createObjectBuilder().add("otp_code", "271828").build();

    private final Templates templates = new Templates();

    @BeforeEach
    void compile() {
        templates.compileAll();
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void everyPartOfAMessageCarriesTheCodeAndTheApplication(MessageTemplate template) {
        var text = templates.write(template, data(Instances.development()));
        assertThat(text.subject()).contains("271828").endsWith("for Test");
        assertThat(text.body())
                .contains("271828", "Test", "10 minutes", "ada@example.com")
                .doesNotContain("{{");
        assertThat(text.bodyPlain())
                .contains("271828", "Test", "10 minutes", "ada@example.com")
                .doesNotContain("{{");
        assertThat(text.data().getString("otp_code")).isEqualTo("271828");
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void messageLoadsNothingFromElsewhere(MessageTemplate template) {
        assertThat(templates.write(template, data(Instances.development())).body())
                .doesNotContain("http", "src=", "url(", "@import", "<link", "<script");
    }

    @ParameterizedTest
    @EnumSource(MessageTemplate.class)
    void htmlInjectionByAnApplicationsName(MessageTemplate template) {
        var text = templates.write(template, data(named("<img src=x onerror=alert(1)> & \"Co\"")));
        assertThat(text.body()).contains("&lt;img").doesNotContain("<img");
        assertThat(text.bodyPlain()).contains("<img src=x onerror=alert(1)> & \"Co\"");
    }

    @Test
    void headerInjectionByAnApplicationsName() {
        var evil = named("Evil\r\nBcc: all@example.com");
        var text = templates.write(MessageTemplate.VERIFICATION_CODE, data(evil));
        assertThat(text.subject()).isEqualTo("271828 is your verification code for Evil Bcc: all@example.com");
    }

    @Test
    void templateInjectionByAnApplicationsName() {
        var text = templates.write(MessageTemplate.VERIFICATION_CODE, data(named("{{to_email_address}}")));
        assertThat(text.subject()).endsWith("for {{to_email_address}}");
    }

    @Test
    void aMessageDoesNotPrintItsCode() {
        var text = templates.write(MessageTemplate.VERIFICATION_CODE, data(Instances.development()));
        assertThat(text.toString()).doesNotContain("271828");
        assertThat(MessageText.of(text.toJson())).isEqualTo(text);
    }

    @Test
    void anUnknownTemplateIsOurBug() {
        assertThatThrownBy(() -> MessageTemplate.of("no_such")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonObject data(Instance instance) {
        var about = new MessageData(new FixedClock(), new ServerConfig(new FixedConfig(Map.of())));
        return about.of(instance, "ada@example.com", Medium.EMAIL, Addressee.stranger(), CODE);
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
