package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instance says things in its own words, and cannot break out of them. */
class TemplatesIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final String CODE = "/v1/templates/email/verification_code";

    private static Backend backend;
    private static Tenant tenant;

    @BeforeAll
    static void anInstance() {
        tenant = OPERATOR.development();
        backend = tenant.backend();
    }

    @Test
    void listsWhatThereIs() {
        var emails = backend.get("/v1/templates/email?limit=100").ok();
        assertThat(emails.json()).hasSize(19);
        assertThat(emails.json().findValuesAsText("slug"))
                .contains("verification_code", "magic_link_sign_in", "invitation", "waitlist_invitation")
                .doesNotContain("channel_test");
        assertThat(backend.get("/v1/templates/email?paginated=true&limit=2")
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(19);
        assertThat(backend.get("/v1/templates/sms?limit=100").ok().json().findValuesAsText("slug"))
                .contains("verification_code", "reset_password_code");
        backend.get("/v1/templates/fax").refused(404, "resource_not_found");
        backend.get("/v1/templates/email/no_such").refused(404, "resource_not_found");
    }

    @Test
    void saysItInItsOwnWordsAndInOursAgain() {
        var own = OPERATOR.development();
        var put = own.backend()
                .put(
                        CODE,
                        Map.of(
                                "name", "Code",
                                "subject", "Your code: {{otp_code}}",
                                "body",
                                        "<p>Hello, {{#if user.first_name}}{{user.first_name}}{{else}}you{{/if}}: {{otp_code}}</p>",
                                "markup", "<p>editor's own</p>",
                                "from_email_name", "hello",
                                "reply_to_email_name", "help"))
                .ok();
        assertThat(put.at("/can_revert").asBoolean()).isTrue();
        assertThat(put.text("/resource_type")).isEqualTo("user");
        var email = Tenant.freshEmail();
        own.browser().signUp(email);
        var sent = own.backend()
                .get("/v1/messages?to_email_address=" + Wire.encode(email))
                .ok();
        var code = sent.text("/data/0/otp_code");
        assertThat(sent.text("/data/0/subject")).isEqualTo("Your code: " + code);
        assertThat(sent.text("/data/0/body")).isEqualTo("<p>Hello, you: " + code + "</p>");
        assertThat(sent.text("/data/0/body_plain")).isEqualTo("Hello, you: " + code + "\n");
        assertThat(sent.text("/data/0/from_email_name")).isEqualTo("hello");
        assertThat(sent.text("/data/0/reply_to_email_name")).isEqualTo("help");

        var reverted = own.backend().post(CODE + "/revert", Map.of()).ok();
        assertThat(reverted.at("/can_revert").asBoolean()).isFalse();
        assertThat(reverted.json()).isEqualTo(own.backend().get(CODE).ok().json());
        assertThat(reverted.text("/body")).contains("{{> code}}");
        // what we say ourselves may be put back as it was shown
        own.backend()
                .put(CODE, Map.of("subject", reverted.text("/subject"), "body", reverted.text("/body")))
                .ok();
    }

    @Test
    void togglesWhoDelivers() {
        var path = "/v1/templates/sms/verification_code/toggle_delivery";
        assertThat(backend.post(path, Map.of("delivered_by_clerk", false))
                        .ok()
                        .at("/delivered_by_clerk")
                        .asBoolean())
                .isFalse();
        assertThat(backend.get("/v1/templates/sms/verification_code")
                        .ok()
                        .at("/delivered_by_clerk")
                        .asBoolean())
                .isFalse();
        assertThat(backend.post(path, Map.of("delivered_by_clerk", true))
                        .ok()
                        .at("/delivered_by_clerk")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void previewsWithoutKeeping() {
        var preview = backend.post(
                        CODE + "/preview",
                        Map.of(
                                "subject",
                                "{{otp_code}}!",
                                "body",
                                "<b>{{app.name}}</b> {{otp_code}}",
                                "from_email_name",
                                "hi"))
                .ok();
        assertThat(preview.text("/subject")).isEqualTo("424242!");
        assertThat(preview.text("/body")).endsWith("</b> 424242");
        assertThat(preview.text("/from_email_address")).startsWith("hi@");
        assertThat(backend.get(CODE).ok().at("/can_revert").asBoolean()).isFalse();
        assertThat(backend.post("/v1/templates/email/invitation/preview", Map.of())
                        .ok()
                        .text("/body"))
                .contains("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body    | 'a\nb\n{{#if otp_code}}'            | template_syntax_invalid   | body, line 3",
                "body    | '{{otp_code}} {{> /etc/passwd}}'     | template_syntax_invalid   | body",
                "subject | '{{otp_code'                         | template_syntax_invalid   | subject, line 1",
                "body    | 'no code'                            | template_variable_missing | otp_code",
                "from_email_name | 'a@b'                        | form_param_format_invalid | before the @",
                "colour  | red                                  | form_param_unknown        | colour",
            })
    void aTemplateIsRefusedByTheFieldThatIsWrong(String field, String text, String code, String sentence) {
        var answer = backend.put(CODE, Map.of(field, text)).refused(422, code, field);
        assertThat(answer.text("/errors/0/long_message")).contains(sentence);
    }

    @Test
    void headerInjectionByASender() {
        backend.put(CODE, Map.of("from_email_name", "a\r\nBcc: all@example.com"))
                .refused(422, "form_param_format_invalid", "from_email_name");
        backend.put(CODE, Map.of("reply_to_email_name", "a b"))
                .refused(422, "form_param_format_invalid", "reply_to_email_name");
        var preview = backend.post(CODE + "/preview", Map.of("subject", "x\r\nBcc: all@example.com", "body", "y"))
                .ok();
        assertThat(preview.text("/subject")).isEqualTo("x Bcc: all@example.com");
    }

    @Test
    void templateInjectionReachesNothingOfTheServer() {
        for (var template : new String[] {
            "{{app.class.name}}",
            "{{this.class.classLoader}}",
            "{{#with app}}{{getClass}}{{/with}}",
            "{{app.name.bytes}}"
        }) {
            assertThat(backend.post(CODE + "/preview", Map.of("body", "[" + template + "]"))
                            .ok()
                            .text("/body"))
                    .as(template)
                    .isEqualTo("[]");
        }
    }

    @Test
    void templateInjectionByAName() {
        var email = Tenant.freshEmail();
        var person =
                tenant.backend().createUser(email, "another-Donkey-stapler-17", "first_name", "{{otp_code}}<script>");
        assertThat(person.status()).isEqualTo(200);
        var own = OPERATOR.development();
        own.backend()
                .put(
                        "/v1/templates/email/reset_password_code",
                        Map.of("subject", "For {{user.first_name}}", "body", "<p>{{user.first_name}} {{otp_code}}</p>"))
                .ok();
        own.backend().createUser(email, "another-Donkey-stapler-17", "first_name", "{{otp_code}}<script>");
        var browser = own.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", email).ok();
        var address = signIn.json().findValuesAsText("email_address_id").get(0);
        browser.post(
                        "/v1/client/sign_ins/" + signIn.text("/response/id") + "/prepare_first_factor",
                        "strategy",
                        "reset_password_email_code",
                        "email_address_id",
                        address)
                .ok();
        var sent = own.backend()
                .get("/v1/messages?to_email_address=" + Wire.encode(email))
                .ok();
        assertThat(sent.text("/data/0/subject")).isEqualTo("For {{otp_code}}<script>");
        assertThat(sent.text("/data/0/body"))
                .contains("{{otp_code}}&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(sent.text("/data/0/email_address_id")).isEqualTo(address);
        assertThat(sent.text("/data/0/user_id")).startsWith("user_");
        assertThat(sent.at("/data/0/data/user/public_metadata").isObject()).isTrue();
    }

    @Test
    void outputBomb() {
        var loop =
                "{{#each app}}{{#each ../app}}{{#each ../../app}}{{#each ../../../app}}{{#each ../../../../app}}x{{/each}}{{/each}}{{/each}}{{/each}}{{/each}}";
        backend.put(CODE, Map.of("body", "{{otp_code}}" + loop.repeat(20))).refused(422, "template_too_costly", "body");
        backend.put(CODE, Map.of("body", "{{otp_code}}" + "x".repeat(70_000)))
                .refused(422, "form_param_max_length_exceeded", "body");
        backend.put(CODE, Map.of("body", "{{otp_code}}" + "{{#if a}}".repeat(5000)))
                .refused(422, "template_syntax_invalid", "body");
    }

    @Test
    void theWordsOfAnotherInstanceStayTheirs() {
        var other = OPERATOR.development();
        other.backend().put(CODE, Map.of("body", "<p>theirs {{otp_code}}</p>")).ok();
        assertThat(backend.get(CODE).ok().text("/body")).doesNotContain("theirs");
        backend.post(CODE + "/revert", Map.of()).ok();
        assertThat(other.backend().get(CODE).ok().text("/body")).contains("theirs");
    }

    @Test
    void mailsWearTheInstancesColoursAndLogo() {
        var own = OPERATOR.development();
        var theme = Map.of("primary_color", "#c0ffee", "button_text_color", "#102030");
        OPERATOR.configure(
                own, Map.of("display", Map.of("theme", theme, "logo_image_url", "https://img.example.org/logo.png")));
        var preview = own.backend()
                .post("/v1/templates/email/magic_link_sign_in/preview", Map.of())
                .ok();
        assertThat(preview.text("/body"))
                .contains("background-color:#c0ffee", "color:#102030", "src=\"https://img.example.org/logo.png\"");
    }

    @Test
    void cssInjectionByAColour() {
        var own = OPERATOR.development();
        var theme = Map.of("primary_color", "red;background:url(https://attacker.example)");
        OPERATOR.patch(Operator.configOf(own), Map.of("display", Map.of("theme", theme)))
                .refused(422, "form_param_value_invalid", "display.theme.primary_color");
    }
}
