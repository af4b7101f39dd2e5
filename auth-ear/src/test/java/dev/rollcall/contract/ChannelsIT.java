package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages leave by the channel that their instance has chosen, and say what became of them. */
class ChannelsIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final Certificate CERTIFICATE = Certificate.of("localhost");
    private static final String LOGIN = "mailer";
    private static final String PASSWORD = "correct horse";
    private static final String ACCOUNT = "AC" + "0123456789abcdef".repeat(2);

    private static GreenMail mailbox;
    private static StartTlsGate gate;

    @BeforeAll
    static void openTheMailbox() {
        System.setProperty("greenmail.tls.keystore.file", CERTIFICATE.file().toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        mailbox = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS)
        });
        mailbox.start();
        mailbox.setUser("mailer@localhost", LOGIN, PASSWORD);
        gate = new StartTlsGate(CERTIFICATE.context(), mailbox.getSmtp().getPort());
    }

    @AfterAll
    static void closeTheMailbox() throws Exception {
        gate.close();
        mailbox.stop();
    }

    @ParameterizedTest
    @CsvSource({"starttls", "tls"})
    void aCodeArrivesByMailOverTlsWithALogin(String security) throws Exception {
        var tenant = OPERATOR.configure(
                OPERATOR.development(), Map.of("display", Map.of("application_name", "Ünïted <Mail>")));
        smtp(tenant, security.equals("tls") ? mailbox.getSmtps().getPort() : gate.port(), security, LOGIN, PASSWORD);
        var email = Tenant.freshEmail();
        tenant.browser().post("/v1/client/sign_ups", "email_address", email).ok();
        prepare(tenant, email);

        var sent = delivered(tenant, email);
        var mail = received(email);
        assertThat(mail.getSubject())
                .isEqualTo(sent.path("subject").asText())
                .contains(sent.path("otp_code").asText());
        assertThat(mail.getFrom()[0].toString()).contains("<post@mail.example.org>");
        assertThat(mail.getMessageID()).isEqualTo("<" + sent.path("id").asText() + "@mail.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(sent.path("otp_code").asText());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("Ünïted &lt;Mail&gt;");
        assertThat(sent.path("delivered_by_clerk").asBoolean()).isTrue();
        assertThat(sent.path("job_id").asText()).startsWith("job_");
    }

    @Test
    void manInTheMiddleWithACertificateOfAnotherName() throws Exception {
        var impostor = Certificate.of("mail.attacker.example");
        try (var elsewhere =
                new StartTlsGate(impostor.context(), mailbox.getSmtp().getPort())) {
            var tenant = OPERATOR.development();
            var settings = smtpSettings(elsewhere.port(), "starttls", LOGIN, PASSWORD);
            settings.put("ca_certificates", impostor.pem());
            tenant.backend().put("/v1/message_channels/email", settings).ok();
            assertThat(missed(tenant, test(tenant))).contains("TLS");
        }
    }

    @Test
    void manInTheMiddleThatNobodyHasSigned() {
        var tenant = OPERATOR.development();
        var settings = smtpSettings(gate.port(), "starttls", LOGIN, PASSWORD);
        settings.remove("ca_certificates");
        tenant.backend().put("/v1/message_channels/email", settings).ok();
        assertThat(missed(tenant, test(tenant))).contains("TLS");
    }

    @Test
    void manInTheMiddleThatHidesStartTls() {
        var tenant = OPERATOR.development();
        smtp(tenant, mailbox.getSmtp().getPort(), "starttls", LOGIN, PASSWORD);
        assertThat(missed(tenant, test(tenant))).isNotBlank();
    }

    @Test
    void aWrongPasswordIsTriedAgainLater() {
        var tenant = OPERATOR.development();
        smtp(tenant, gate.port(), "starttls", LOGIN, "wrong");
        assertThat(missed(tenant, test(tenant))).contains("user name and password");
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <who@example.com> is unknown, failed, the mail server answered 550 5.1.1 to RCPT",
        "451 4.7.1 <who@example.com> later please, queued, the mail server answered 451 4.7.1 to RCPT"
    })
    void aRefusedRecipientEndsItAndABusyServerDoesNot(String line, String status, String error) throws Exception {
        try (var office = new TersePostOffice(line)) {
            var tenant = OPERATOR.development();
            smtp(tenant, office.port(), "none", null, null);
            var id = test(tenant);
            var message = Eventually.see("an answer", () -> message(tenant, id), m -> m.hasNonNull("error"));
            assertThat(message.path("error").asText()).isEqualTo(error);
            assertThat(Eventually.see("its end", () -> message(tenant, id), m -> m.path("status")
                                    .asText()
                                    .equals(status))
                            .path("status")
                            .asText())
                    .isEqualTo(status);
        }
    }

    /** {@code RCPT TO} carried the low byte of each letter: a code for łob@ went to Bob@. */
    @Test
    void attackACodeForAnInternationalAddressGoesToAnotherOne() throws Exception {
        var address = "\u0142ob" + Tenant.freshEmail();
        try (var old = new TersePostOffice("250 fine");
                var today = new TersePostOffice("250 fine", "8BITMIME", "SMTPUTF8")) {
            var tenant = OPERATOR.development();
            smtp(tenant, old.port(), "none", null, null);
            var refused = test(tenant, address);
            assertThat(Eventually.see("its end", () -> message(tenant, refused), m -> m.path("status")
                                    .asText()
                                    .equals("failed"))
                            .path("error")
                            .asText())
                    .contains("SMTPUTF8");
            assertThat(old.heard("RCPT")).isEmpty();

            smtp(tenant, today.port(), "none", null, null);
            var taken = test(tenant, address);
            Eventually.see("its arrival", () -> message(tenant, taken), m -> m.path("status")
                    .asText()
                    .equals("delivered"));
            assertThat(today.heard("RCPT")).containsExactly("RCPT TO:<" + address + ">");
            assertThat(today.heard("MAIL")).singleElement().asString().contains(" SMTPUTF8");
            assertThat(today.heard("To: ")).containsExactly("To: " + address);

            var plain = test(tenant, Tenant.freshEmail());
            Eventually.see("its arrival", () -> message(tenant, plain), m -> m.path("status")
                    .asText()
                    .equals("delivered"));
            assertThat(today.heard("MAIL").get(1))
                    .as("asked for only where it is needed")
                    .doesNotContain("SMTPUTF8");
        }
    }

    @Test
    void oneTenantsHangingMailServerHoldsUpNobodyElse() throws Exception {
        try (var hanging = new TersePostOffice(null)) {
            var unlucky = OPERATOR.development();
            smtp(unlucky, hanging.port(), "none", null, null);
            for (int i = 0; i < 100; i++) {
                test(unlucky);
            }
            Eventually.see("a visit", hanging::visits, visits -> visits > 0);
            var other = OPERATOR.development();
            smtp(other, gate.port(), "starttls", LOGIN, PASSWORD);
            var id = test(other);
            Eventually.see(
                    "its delivery", () -> message(other, id), m -> status(m).equals("delivered"));
            assertThat(hanging.visits()).as("at once at the hanging server").isLessThanOrEqualTo(4);
        }
    }

    @Test
    void ssrfByAnInstancesMailServer() {
        var tenant = OPERATOR.production();
        for (var host : List.of("127.0.0.1", "localhost", "169.254.169.254", "[::1]", "10.0.0.1")) {
            var settings = smtpSettings(gate.port(), "starttls", LOGIN, PASSWORD);
            settings.put("host", host);
            tenant.backend().put("/v1/message_channels/email", settings).ok();
            assertThat(missed(tenant, test(tenant))).as(host).contains("not allowed");
        }
    }

    @Test
    void ssrfByAnInstancesProviderUrl() {
        var tenant = OPERATOR.production();
        tenant.backend()
                .put(
                        "/v1/message_channels/email",
                        Map.of("kind", "sendgrid", "api_key", "SG.x", "url", "http://example.com"))
                .refused(422, "form_param_value_invalid", "url");
        tenant.backend()
                .put(
                        "/v1/message_channels/email",
                        Map.of("kind", "sendgrid", "api_key", "SG.x", "url", "https://127.0.0.1:1"))
                .ok();
        assertThat(missed(tenant, test(tenant))).contains("not allowed");
    }

    @Test
    void sendGridGetsAWellFormedRequest() throws Exception {
        try (var sendGrid = new FakeProvider(0, 202)) {
            var tenant = OPERATOR.development();
            tenant.backend()
                    .put(
                            "/v1/message_channels/email",
                            Map.of(
                                    "kind",
                                    "sendgrid",
                                    "api_key",
                                    "SG.secret",
                                    "url",
                                    sendGrid.url(),
                                    "from_email_address",
                                    "hello@example.org"))
                    .ok();
            tenant.backend()
                    .put("/v1/templates/email/verification_code", Map.of("reply_to_email_name", "help"))
                    .ok();
            var email = Tenant.freshEmail();
            prepare(tenant, email);
            var message = delivered(tenant, email);

            var seen = sendGrid.seen().get(0);
            assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /v3/mail/send");
            assertThat(seen.headers())
                    .containsEntry("authorization", "Bearer SG.secret")
                    .containsEntry("content-type", "application/json");
            var mail = Wire.JSON.readTree(seen.body());
            assertThat(mail.at("/personalizations/0/to/0/email").asText()).isEqualTo(email);
            assertThat(mail.at("/from/email").asText()).isEqualTo("hello@example.org");
            assertThat(mail.at("/from/name").asText()).startsWith("App ");
            assertThat(mail.at("/reply_to/email").asText()).startsWith("help@");
            assertThat(mail.at("/subject").asText())
                    .contains(message.path("otp_code").asText());
            assertThat(mail.at("/content/0/type").asText()).isEqualTo("text/plain");
            assertThat(mail.at("/content/1/type").asText()).isEqualTo("text/html");
            assertThat(mail.at("/content/1/value").asText())
                    .isEqualTo(message.path("body").asText());
            assertThat(mail.at("/custom_args/message_id").asText())
                    .isEqualTo(message.path("id").asText());
            assertThat(mail.at("/tracking_settings/click_tracking/enable").asBoolean(true))
                    .isFalse();
            assertThat(mail.at("/tracking_settings/open_tracking/enable").asBoolean(true))
                    .isFalse();
            assertThat(mail.properties()).hasSize(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"400, failed", "413, failed", "401, queued", "429, queued", "500, queued"})
    void whatSendGridRefusesForGoodIsNotTriedAgain(int status, String fate) {
        try (var sendGrid = new FakeProvider(0, status)) {
            var tenant = OPERATOR.development();
            tenant.backend()
                    .put(
                            "/v1/message_channels/email",
                            Map.of("kind", "sendgrid", "api_key", "SG.x", "url", sendGrid.url()))
                    .ok();
            var id = test(tenant);
            Eventually.see("a request", sendGrid::seen, seen -> !seen.isEmpty());
            var message = Eventually.see("an answer", () -> message(tenant, id), m -> m.hasNonNull("error"));
            assertThat(message.path("error").asText()).isEqualTo("SendGrid answered " + status);
            assertThat(status(message)).isEqualTo(fate);
        }
    }

    @Test
    void twilioGetsAWellFormedRequest() {
        try (var twilio = new FakeProvider(0, 201)) {
            var tenant = OPERATOR.development();
            var settings = new HashMap<String, Object>(Map.of(
                    "kind",
                    "twilio",
                    "account_sid",
                    ACCOUNT,
                    "auth_token",
                    "s:cret",
                    "from_phone_number",
                    "+12025550100",
                    "url",
                    twilio.url()));
            tenant.backend().put("/v1/message_channels/sms", settings).ok();
            var sent = tenant.backend()
                    .post("/v1/message_channels/sms/test", Map.of("to_phone_number", "+14155552671"))
                    .ok();
            assertThat(sent.text("/object")).isEqualTo("sms_message");
            Eventually.see("its delivery", () -> message(tenant, sent.text("/id")), m -> status(m)
                    .equals("delivered"));
            var seen = twilio.seen().get(0);
            assertThat(seen.method() + " " + seen.path())
                    .isEqualTo("POST /2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
            assertThat(seen.headers())
                    .containsEntry("content-type", "application/x-www-form-urlencoded")
                    .containsEntry(
                            "authorization",
                            "Basic "
                                    + java.util.Base64.getEncoder()
                                            .encodeToString((ACCOUNT + ":s:cret")
                                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(seen.body())
                    .startsWith("To=%2B14155552671&From=%2B12025550100&Body=This+message+was+sent+to+try+out+how+App");

            OPERATOR.configure(
                    tenant,
                    Map.of(
                            "attributes",
                            Phones.attributes(),
                            "communication",
                            Map.of("phone_code_channels", List.of("sms", "whatsapp"))));
            tenant.browser()
                    .post(
                            "/v1/client/sign_ups",
                            "phone_number",
                            "+14155552672",
                            "strategy",
                            "phone_code",
                            "channel",
                            "whatsapp")
                    .ok();
            Eventually.see("a code by WhatsApp", twilio::seen, all -> all.size() == 2);
            assertThat(twilio.seen().get(1).body())
                    .startsWith("To=whatsapp%3A%2B14155552672&From=whatsapp%3A%2B12025550100&Body=");

            settings.put("whatsapp", true);
            tenant.backend().put("/v1/message_channels/sms", settings).ok();
            tenant.backend()
                    .post("/v1/message_channels/sms/test", Map.of("to_phone_number", "+14155552671"))
                    .ok();
            Eventually.see("the third", twilio::seen, all -> all.size() == 3);
            assertThat(twilio.seen().get(2).body())
                    .startsWith("To=whatsapp%3A%2B14155552671&From=whatsapp%3A%2B12025550100&Body=");

            twilio.answer(
                    400,
                    "{\"code\": 21211, \"message\": \"The 'To' number +14155552671 is not valid.\", \"status\": 400}");
            var refused = tenant.backend()
                    .post("/v1/message_channels/sms/test", Map.of("to_phone_number", "+14155552671"))
                    .ok();
            var message = Eventually.see("its end", () -> message(tenant, refused.text("/id")), m -> status(m)
                    .equals("failed"));
            assertThat(message.path("error").asText()).isEqualTo("Twilio answered 400 (21211)");
        }
    }

    @Test
    void secretsAreNeverShownAgain() {
        var tenant = OPERATOR.development();
        smtp(tenant, 2525, "starttls", LOGIN, "hunter2 and more");
        var shown = tenant.backend().get("/v1/message_channels/email").ok();
        assertThat(new String(shown.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("mailer", "2525")
                .doesNotContain("hunter2");
        assertThat(shown.at("/own").asBoolean()).isTrue();
        // who changes the host has to know the secret: it is not sent to another one
        var settings = smtpSettings(2526, "starttls", LOGIN, PASSWORD);
        settings.remove("password");
        tenant.backend().put("/v1/message_channels/email", settings).refused(422, "form_param_nil", "password");
    }

    @Test
    void developmentCapturesUntilAChannelIsSet() {
        var tenant = OPERATOR.development();
        assertThat(tenant.backend().get("/v1/message_channels/email").ok().text("/kind"))
                .isEqualTo("inbox");
        tenant.backend()
                .post("/v1/message_channels/email/test", Map.of("to_email_address", Tenant.freshEmail()))
                .refused(400, "channel_not_testable");
        var email = Tenant.freshEmail();
        prepare(tenant, email);
        assertThat(status(newest(tenant, email))).isEqualTo("captured");
        smtp(tenant, gate.port(), "starttls", LOGIN, PASSWORD);
        tenant.backend().delete("/v1/message_channels/email").ok();
        assertThat(tenant.backend().get("/v1/message_channels/email").ok().text("/kind"))
                .isEqualTo("inbox");
    }

    @Test
    void theAppDeliversWhatItWantsToDeliver() {
        var tenant = OPERATOR.production();
        assertThat(tenant.backend().get("/v1/message_channels/email").ok().text("/kind"))
                .isEqualTo("sendgrid");
        tenant.backend()
                .post("/v1/templates/email/verification_code/toggle_delivery", Map.of("delivered_by_clerk", false))
                .ok();
        var email = Tenant.freshEmail();
        prepare(tenant, email);
        var message = newest(tenant, email);
        assertThat(status(message)).isEqualTo("handed_over");
        assertThat(message.path("delivered_by_clerk").asBoolean(true)).isFalse();
        assertThat(message.path("otp_code").asText()).matches("\\d{6}");
    }

    @Test
    void nothingIsSentToTestAddresses() {
        var tenant = OPERATOR.development();
        smtp(tenant, gate.port(), "starttls", LOGIN, PASSWORD);
        var email = Tenant.freshEmail().replace("@", "+clerk_test@");
        prepare(tenant, email);
        assertThat(status(newest(tenant, email))).isEqualTo("captured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | {'kind':'twilio'} | form_param_value_invalid | kind",
                "email | {'kind':'smtp'} | form_param_nil | host",
                "email | {'kind':'smtp','host':'a b'} | form_param_format_invalid | host",
                "email | {'kind':'smtp','host':'h','port':70000} | form_param_value_invalid | port",
                "email | {'kind':'smtp','host':'h','security':'maybe'} | form_param_value_invalid | security",
                "email | {'kind':'smtp','host':'h','from_email_address':'a@b.c\\r\\nBcc: x@y.z'} | form_param_format_invalid | from_email_address",
                "email | {'kind':'smtp','host':'h','ca_certificates':'nonsense'} | form_param_value_invalid | ca_certificates",
                "email | {'kind':'smtp','host':'h','colour':'red'} | form_param_unknown | colour",
                "sms   | {'kind':'twilio','account_sid':'../../Accounts','auth_token':'x'} | form_param_format_invalid | account_sid",
                "email | {'kind':'sendgrid','api_key':'a\\r\\nX: y'} | form_param_format_invalid | api_key",
            })
    void aChannelIsRefusedByTheFieldThatIsWrong(String medium, String body, String code, String field)
            throws Exception {
        var settings = Wire.JSON.convertValue(Wire.JSON.readTree(body.replace('\'', '"')), Map.class);
        @SuppressWarnings("unchecked")
        var refused = OPERATOR.development().backend().put("/v1/message_channels/" + medium, (Map<String, ?>) settings);
        refused.refused(422, code, field);
    }

    private static Map<String, Object> smtpSettings(int port, String security, String username, String password) {
        var settings = new HashMap<String, Object>(Map.of(
                "kind",
                "smtp",
                "host",
                "localhost",
                "port",
                port,
                "security",
                security,
                "from_email_address",
                "post@mail.example.org",
                "ca_certificates",
                CERTIFICATE.pem()));
        if (username != null) {
            settings.put("username", username);
            settings.put("password", password);
        }
        return settings;
    }

    private static void smtp(Tenant tenant, int port, String security, String username, String password) {
        tenant.backend()
                .put("/v1/message_channels/email", smtpSettings(port, security, username, password))
                .ok();
    }

    /** Has a code sent to a fresh address. */
    private static void prepare(Tenant tenant, String email) {
        var browser = tenant.browser();
        var signUp = browser.post(
                        "/v1/client/sign_ups", "email_address", email, "password", "another-Donkey-stapler-17")
                .ok()
                .text("/response/id");
        browser.post("/v1/client/sign_ups/" + signUp + "/prepare_verification", "strategy", "email_code")
                .ok();
    }

    /** Has a test message sent; its id. */
    private static String test(Tenant tenant) {
        return test(tenant, Tenant.freshEmail());
    }

    private static String test(Tenant tenant, String to) {
        return tenant.backend()
                .post("/v1/message_channels/email/test", Map.of("to_email_address", to))
                .ok()
                .text("/id");
    }

    /** What the message says once it was tried in vain and will be tried again. */
    private static String missed(Tenant tenant, String id) {
        var message = Eventually.see("a vain attempt", () -> message(tenant, id), m -> m.hasNonNull("error"));
        assertThat(status(message)).isEqualTo("queued");
        return message.path("error").asText();
    }

    private static JsonNode delivered(Tenant tenant, String email) {
        return Eventually.see(
                "its delivery", () -> newest(tenant, email), m -> status(m).equals("delivered"));
    }

    private static JsonNode newest(Tenant tenant, String email) {
        return tenant.backend()
                .get("/v1/messages?limit=1&to_email_address=" + Wire.encode(email))
                .ok()
                .at("/data/0");
    }

    private static JsonNode message(Tenant tenant, String id) {
        for (var message : tenant.backend().get("/v1/messages?limit=500").ok().at("/data")) {
            if (message.path("id").asText().equals(id)) {
                return message;
            }
        }
        throw new AssertionError("no message " + id);
    }

    private static String status(JsonNode message) {
        return message.path("status").asText();
    }

    private static MimeMessage received(String email) {
        return Eventually.see(
                        "a mail",
                        () -> Arrays.stream(mailbox.getReceivedMessages())
                                .filter(m -> isTo(m, email))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().equals(email);
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
