package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address at an international domain is one address: a browser's form turns what people type into A-labels, a server sends either. */
class InternationalIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();

    private final String name = "n" + UUID.randomUUID().toString().replace("-", "");
    private final String readable = name + "@b\u00fccher.example";
    private final String labels = name + "@xn--bcher-kva.example";

    @ParameterizedTest(name = "who signed up at {0} signs in by either")
    @ValueSource(
            strings = {"b\u00fccher.example", "xn--bcher-kva.example", "bu\u0308cher.example", "B\u00dcCHER.EXAMPLE"})
    void anInternationalDomainIsOneDomain(String domain) {
        var made = BACKEND.createUser(name + "@" + domain, Browser.PASSWORD);
        assertThat(made.text("/email_addresses/0/email_address")).isEqualTo(readable);
        for (var typed : new String[] {readable, labels}) {
            assertThat(APP.browser()
                            .post("/v1/client/sign_ins", "identifier", typed, "password", Browser.PASSWORD)
                            .ok()
                            .text("/response/status"))
                    .isEqualTo("complete");
            APP.browser()
                    .post("/v1/client/sign_ups", "email_address", typed, "password", Browser.PASSWORD)
                    .refused(422, "form_identifier_exists", "email_address");
            assertFinds("email_address", typed, made);
            assertFinds("email_address_query", typed, made);
            assertFinds("query", typed, made);
            BACKEND.post("/v1/users", Map.of("email_address", List.of(typed), "password", Browser.PASSWORD))
                    .refused(422, "form_identifier_exists", "email_address");
            BACKEND.post("/v1/invitations", Map.of("email_address", typed))
                    .refused(422, "form_identifier_exists", "email_address");
        }
        assertFinds("query", name + "@b\u00fcch", made);
    }

    @Test
    void aBrowsersFormSignsUpAtAReadableAddress() {
        var browser = APP.browser();
        var begun = browser.post("/v1/client/sign_ups", "email_address", labels, "password", Browser.PASSWORD)
                .ok();
        assertThat(begun.text("/response/email_address")).isEqualTo(readable);
        browser.post(
                        "/v1/client/sign_ups/" + begun.text("/response/id") + "/prepare_verification",
                        "strategy",
                        "email_code")
                .ok();
        assertThat(BACKEND.get("/v1/messages?to_email_address=" + encoded(labels))
                        .ok()
                        .text("/total_count"))
                .isEqualTo("1");
        assertThat(BACKEND.messages(readable)).hasSize(1);
    }

    @Test
    void invitationsAndTheWaitlistKnowOneSpelling() {
        BACKEND.post("/v1/invitations", Map.of("email_address", labels)).ok();
        BACKEND.post("/v1/invitations", Map.of("email_address", readable)).refused(400, "duplicate_record");
        assertThat(BACKEND.get("/v1/invitations?query=" + encoded(labels)).ok().json())
                .hasSize(1);
        var waiting = BACKEND.post("/v1/waitlist_entries", Map.of("email_address", readable))
                .ok();
        assertThat(BACKEND.post("/v1/waitlist_entries", Map.of("email_address", labels))
                        .ok()
                        .text("/id"))
                .isEqualTo(waiting.text("/id"));
        assertThat(BACKEND.get("/v1/waitlist_entries?query=" + encoded(labels))
                        .ok()
                        .text("/total_count"))
                .isEqualTo("1");
    }

    @Test
    void aNameIsFoundHoweverItsLettersAreComposed() {
        var made = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD, "first_name", "Zoe\u0308 " + name);
        assertThat(made.text("/first_name")).isEqualTo("Zo\u00eb " + name);
        assertFinds("query", "zo\u00eb " + name, made);
        assertFinds("name_query", "Zoe\u0308 " + name, made);
    }

    private static void assertFinds(String filter, String text, Answer user) {
        var found = BACKEND.get("/v1/users?" + filter + "=" + encoded(text)).ok();
        assertThat(found.json()).as(filter + "=" + text).hasSize(1);
        assertThat(found.text("/0/id")).isEqualTo(user.text("/id"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
