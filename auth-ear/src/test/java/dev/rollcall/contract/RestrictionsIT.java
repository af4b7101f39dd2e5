package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is kept out of an instance by what names them: lists, sub-addresses, mailboxes that are thrown away. */
class RestrictionsIT {

    private static final String ALLOWLIST = "/v1/allowlist_identifiers";
    private static final String BLOCKLIST = "/v1/blocklist_identifiers";
    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final Operator OPERATOR = Operator.platform();

    private final String name = "n" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void onlyWhoIsOnTheAllowListSignsUp() {
        var app = restricted("allowlist", true);
        var listed = app.backend()
                .post(ALLOWLIST, Map.of("identifier", name + "@example.com"))
                .ok();
        assertThat(listed.text("/identifier_type")).isEqualTo("email_address");
        assertThat(listed.text("/instance_id")).isEqualTo(app.instanceId());
        app.backend().post(ALLOWLIST, Map.of("identifier", "*@friends.example")).ok();
        app.backend()
                .post(ALLOWLIST, Map.of("identifier", "*@*.partner.example"))
                .ok();

        begin(app, Tenant.freshEmail()).refused(403, "not_allowed_access", "email_address");
        app.browser().signUp(name + "@example.com");
        app.browser().signUp(name + "@friends.example");
        app.browser().signUp(name + "@north.partner.example");
        begin(app, name + "@partner.example").refused(403, "not_allowed_access", "email_address");
        begin(app, name + "@sub.friends.example").refused(403, "not_allowed_access", "email_address");
        begin(app, name + "@notfriends.example").refused(403, "not_allowed_access", "email_address");
    }

    @Test
    void attackNoAddressAtAllAroundTheAllowList() {
        var app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "restrictions",
                        Map.of("allowlist", true),
                        "attributes",
                        Map.of(
                                "username", Map.of("enabled", true, "required", true, "used_for_first_factor", true),
                                "email_address", Map.of("required", false))));
        app.browser()
                .post(SIGN_UPS, "username", name.substring(0, 20), "password", Browser.PASSWORD)
                .refused(403, "not_allowed_access");
    }

    @ParameterizedTest(name = "{0} does not get around the block")
    @ValueSource(
            strings = {
                "%s@example.com",
                "%S@EXAMPLE.COM",
                "%s+news@example.com",
                "%s=news@example.com",
                "%s#news@example.com",
                "%s@b\u00fccher.example",
                "%s@xn--bcher-kva.example",
                "%s@B\u00dcCHER.example",
                "a.n.y@gmail.com",
                "any+x@googlemail.com",
                "whoever@spam.example",
                "whoever@SPAM.example",
                "whoever@deep.below.evil.example"
            })
    void attackSubAddressesCaseAndSpellingAroundTheBlockList(String pattern) {
        var app = restricted("blocklist", true);
        for (var blocked : new String[] {
            name + "@example.com", name + "@xn--bcher-kva.example", "any@gmail.com", "spam.example", "*@*.evil.example"
        }) {
            app.backend().post(BLOCKLIST, Map.of("identifier", blocked)).ok();
        }
        begin(app, pattern.formatted(name)).refused(403, "not_allowed_access", "email_address");
        app.browser().signUp(Tenant.freshEmail());
    }

    @Test
    void attackABlockedAddressIsTakenOnLater() {
        var app = restricted("blocklist", true);
        app.backend().post(BLOCKLIST, Map.of("identifier", "*@spam.example")).ok();
        var visitor = app.browser();
        var path = SIGN_UPS + "/"
                + visitor.post(SIGN_UPS, "email_address", Tenant.freshEmail())
                        .ok()
                        .text("/response/id");
        visitor.patch(path, "email_address", name + "@spam.example")
                .refused(403, "not_allowed_access", "email_address");
        var member = app.browser();
        member.signUp();
        member.post("/v1/me/email_addresses", "email_address", name + "@spam.example")
                .refused(403, "not_allowed_access", "email_address");
    }

    @Test
    void whoIsBlockedLaterSignsInNoMoreUnlessTheInstanceSaysSo() {
        var app = restricted("blocklist", true);
        var person = app.browser().signUp();
        var blocked = app.backend()
                .post(BLOCKLIST, Map.of("identifier", person.email()))
                .ok();
        signIn(app, person.email()).refused(403, "not_allowed_access");
        app.backend()
                .patch("/v1/instance/restrictions", Map.of("allowlist_blocklist_disabled_on_sign_in", true))
                .ok();
        Eventually.see(
                "the setting on every node", () -> signIn(app, person.email()).status(), status -> status == 200);
        app.backend()
                .patch("/v1/instance/restrictions", Map.of("allowlist_blocklist_disabled_on_sign_in", false))
                .ok();
        Eventually.see(
                "the setting on every node", () -> signIn(app, person.email()).status(), status -> status == 403);
        app.backend().delete(BLOCKLIST + "/" + blocked.text("/id")).ok();
        signIn(app, person.email()).ok();
    }

    @Test
    void whoIsNotAllowedSignsInNoMore() {
        var app = OPERATOR.development();
        var person = app.browser().signUp();
        OPERATOR.configure(app, Map.of("restrictions", Map.of("allowlist", true)));
        Eventually.see(
                "the setting on every node", () -> signIn(app, person.email()).status(), status -> status == 403);
        app.backend().post(ALLOWLIST, Map.of("identifier", person.email())).ok();
        signIn(app, person.email()).ok();
    }

    @Test
    void underEnumerationProtectionOnlyTheOwnerLearnsOfABlock() {
        var app = restricted("blocklist", true);
        OPERATOR.configure(app, Map.of("protection", Map.of("enumeration_protection", true)));
        var person = app.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD);
        var email = person.text("/email_addresses/0/email_address");
        app.backend().post(BLOCKLIST, Map.of("identifier", email)).ok();
        Eventually.see(
                "the setting on every node",
                () -> app.browser()
                        .post("/v1/client/sign_ins", "identifier", Tenant.freshEmail())
                        .status(),
                status -> status == 200);
        app.browser().post("/v1/client/sign_ins", "identifier", email).ok();
        app.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", "wrong-Horse-17")
                .refused(422, "form_password_or_identifier_incorrect", "password");
        signIn(app, email).refused(403, "not_allowed_access");
    }

    @Test
    void attackAPhoneNumberFromWhereNobodyShallCome() {
        var app = Phones.development();
        OPERATOR.configure(app, Map.of("restrictions", Map.of("blocklist", true)));
        app.backend().post(BLOCKLIST, Map.of("identifier", "+49151*")).ok();
        for (var number : new String[] {"+4915123456789", "+49 (151) 2345-6789", "+49151 23456789"}) {
            app.browser().post(SIGN_UPS, "phone_number", number).refused(403, "not_allowed_access", "phone_number");
        }
        app.browser().post(SIGN_UPS, "phone_number", "+4917623456789").ok();
        var member = app.browser();
        member.signUp();
        member.post("/v1/me/phone_numbers", "phone_number", "+4915123456789")
                .refused(403, "not_allowed_access", "phone_number");
    }

    @Test
    void whoIsOnBothListsIsLetIn() {
        var app = restricted("blocklist", true, "allowlist", true);
        app.backend().post(BLOCKLIST, Map.of("identifier", "*@example.com")).ok();
        app.backend()
                .post(ALLOWLIST, Map.of("identifier", name + "@example.com"))
                .ok();
        app.browser().signUp(name + "@example.com");
        signIn(app, name + "@example.com").ok();
    }

    @Test
    void anInvitationLetsInPastTheAllowListAndKeepsTheDoorOpen() {
        var app = restricted("allowlist", true, "block_email_subaddresses", true);
        var email = name + "+work@example.com";
        app.backend().post("/v1/invitations", Map.of("email_address", email)).ok();
        var ticket = InvitationsIT.mailed(app, email, "invitation");
        app.browser()
                .post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD)
                .ok();
        assertThat(app.backend().get(ALLOWLIST).ok().text("/0/identifier")).isEqualTo(email);
        signIn(app, email).ok();
    }

    @Test
    void anInvitationDoesNotLiftABlock() {
        var app = restricted("blocklist", true);
        var email = Tenant.freshEmail();
        app.backend().post("/v1/invitations", Map.of("email_address", email)).ok();
        app.backend().post(BLOCKLIST, Map.of("identifier", email)).ok();
        var ticket = InvitationsIT.mailed(app, email, "invitation");
        app.browser()
                .post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD)
                .refused(403, "not_allowed_access", "email_address");
    }

    @Test
    void whoIsPutOnTheAllowListMayBeToldSo() {
        var app = restricted("allowlist", true);
        var email = Tenant.freshEmail();
        var listed = app.backend()
                .post(ALLOWLIST, Map.of("identifier", email, "notify", true))
                .ok();
        assertThat(listed.text("/invitation_id")).startsWith("inv_");
        assertThat(app.backend().messages(email, "invitation")).hasSize(1);
        app.backend()
                .post(ALLOWLIST, Map.of("identifier", "*@told.example", "notify", true))
                .refused(422, "form_param_value_invalid", "notify");
    }

    @ParameterizedTest(name = "{0}@… is refused where sub-addresses are")
    @CsvSource({"%s+a", "%s=a", "%s#a", "+%s"})
    void subAddressesAreRefusedWhereTheyAreNotWanted(String local) {
        var app = restricted("block_email_subaddresses", true);
        begin(app, local.formatted(name) + "@example.com").refused(403, "not_allowed_access", "email_address");
        begin(app, name + "+clerk_test@example.com").ok();
        begin(app, name + ".a@example.com").ok();
    }

    @ParameterizedTest(name = "{0} is refused where thrown-away mailboxes are")
    @ValueSource(strings = {"mailinator.com", "MAILINATOR.com", "any.mailinator.com", "guerrillamail.com"})
    void mailboxesThatAreThrownAwayAreRefused(String domain) {
        var app = restricted("block_disposable_email_domains", true);
        begin(app, name + "@" + domain).refused(422, "form_email_address_blocked", "email_address");
        begin(app, name + "@example.com").ok();
        var member = app.browser();
        member.signUp();
        member.post("/v1/me/email_addresses", "email_address", name + "@" + domain)
                .refused(422, "form_email_address_blocked", "email_address");
    }

    @ParameterizedTest(name = "\"{0}\" is a {1}")
    @CsvSource({
        "someone@example.com,                           email_address",
        "example.com,                                   email_address",
        "*@example.com,                                 email_address",
        "*@*.example.com,                               email_address",
        "+4930123456,                                   phone_number",
        "+49*,                                          phone_number",
        "+1 (555) 555-0100,                             phone_number",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,    web3_wallet",
        "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV,   web3_wallet",
    })
    void listsHoldAddressesDomainsNumbersAndWallets(String identifier, String type) {
        var app = OPERATOR.development();
        for (var list : new String[] {ALLOWLIST, BLOCKLIST}) {
            var added =
                    app.backend().post(list, Map.of("identifier", identifier)).ok();
            assertThat(added.text("/identifier")).isEqualTo(identifier);
            assertThat(added.text("/identifier_type")).isEqualTo(type);
            app.backend().post(list, Map.of("identifier", identifier)).refused(400, "duplicate_record", "identifier");
        }
    }

    @ParameterizedTest(name = "\"{0}\" is refused")
    @ValueSource(
            strings = {
                "nobody",
                "*",
                "*@",
                "*@*",
                "@example.com",
                "+0123",
                "+49x*",
                "0x12",
                "a@b@c.example",
                "*.*.example.com"
            })
    void whatNamesNobodyIsRefused(String identifier) {
        OPERATOR.development()
                .backend()
                .post(BLOCKLIST, Map.of("identifier", identifier))
                .refused(422, "form_param_format_invalid", "identifier");
    }

    @Test
    void entriesAreListedAndTakenOff() {
        var app = OPERATOR.development();
        var allowed = app.backend()
                .post(ALLOWLIST, Map.of("identifier", "a.example"))
                .ok()
                .text("/id");
        var blocked = app.backend()
                .post(BLOCKLIST, Map.of("identifier", "b.example"))
                .ok()
                .text("/id");
        assertThat(app.backend().get(ALLOWLIST).ok().json()).hasSize(1);
        assertThat(app.backend()
                        .get(ALLOWLIST + "?paginated=true")
                        .ok()
                        .at("/total_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(app.backend().get(BLOCKLIST).ok().at("/total_count").asInt()).isEqualTo(1);
        app.backend().delete(ALLOWLIST + "/" + blocked).refused(404, "resource_not_found");
        app.backend().delete(BLOCKLIST + "/" + allowed).refused(404, "resource_not_found");
        app.backend().delete(ALLOWLIST + "/" + allowed).ok();
        app.backend().delete(BLOCKLIST + "/" + blocked).ok();
        assertThat(app.backend().get(ALLOWLIST).ok().json()).isEmpty();
    }

    @Test
    void theEnvironmentSaysWhatIsOn() {
        var app = restricted("blocklist", true);
        var seen = app.browser().get("/v1/environment").ok();
        assertThat(seen.at("/user_settings/restrictions/blocklist/enabled").asBoolean())
                .isTrue();
        assertThat(seen.at("/user_settings/restrictions/allowlist/enabled").asBoolean())
                .isFalse();
    }

    private static Tenant restricted(Object... flags) {
        var body = new HashMap<String, Object>();
        for (int i = 0; i < flags.length; i += 2) {
            body.put((String) flags[i], flags[i + 1]);
        }
        return OPERATOR.configure(OPERATOR.development(), Map.of("restrictions", body));
    }

    private static Answer begin(Tenant app, String email) {
        return app.browser().post(SIGN_UPS, "email_address", email);
    }

    private static Answer signIn(Tenant app, String email) {
        return app.browser()
                .post("/v1/client/sign_ins", "strategy", "password", "identifier", email, "password", Browser.PASSWORD);
    }
}
