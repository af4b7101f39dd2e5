package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invitations: an app asks somebody in, whoever else may not come, and nobody but who was asked comes by it. */
class InvitationsIT {

    private static final String INVITATIONS = "/v1/invitations";
    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final Pattern LINK = Pattern.compile("/v1/tickets/accept\\?ticket=(inv_[\\w-]+)");
    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP = OPERATOR.configure(
            OPERATOR.development(),
            Map.of("sign_up", Map.of("mode", "restricted"), "session", Map.of("single_session_mode", false)));
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();
    private final String email = Tenant.freshEmail();

    @Test
    void whoIsInvitedSignsUpWhereNobodyElseMay() {
        browser.post(SIGN_UPS, "email_address", email, "password", Browser.PASSWORD)
                .refused(403, "sign_up_mode_restricted");
        var invitation = BACKEND.post(
                        INVITATIONS, Map.of("email_address", email, "public_metadata", Map.of("role", "editor")))
                .ok();
        assertThat(invitation.text("/status")).isEqualTo("pending");
        var ticket = mailed(email, "invitation");
        assertThat(invitation.text("/url")).endsWith("/v1/tickets/accept?ticket=" + ticket);
        assertThat(browser.get("/v1/tickets/accept?ticket=" + ticket).header("location"))
                .endsWith("/sign-up?__clerk_status=sign_up&__clerk_ticket=" + ticket);

        var begun = signUp(browser, ticket).ok();
        assertThat(begun.text("/response/email_address")).isEqualTo(email);
        assertThat(begun.text("/response/verifications/email_address/status")).isEqualTo("verified");
        assertThat(begun.at("/response/missing_fields").toString()).isEqualTo("[\"password\"]");
        assertThat(begun.at("/response/unverified_fields")).isEmpty();
        var path = SIGN_UPS + "/" + begun.text("/response/id");
        var done = browser.patch(
                        path,
                        "strategy",
                        "ticket",
                        "ticket",
                        ticket,
                        "email_address",
                        email,
                        "password",
                        Browser.PASSWORD)
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(done.text("/client/last_authentication_strategy")).isEqualTo("ticket");

        var user = BACKEND.get("/v1/users/" + done.text("/response/created_user_id"))
                .ok();
        assertThat(user.text("/public_metadata/role")).isEqualTo("editor");
        assertThat(user.text("/email_addresses/0/verification/status")).isEqualTo("verified");
        assertThat(user.text("/email_addresses/0/verification/strategy")).isEqualTo("ticket");
        assertThat(listed("query=" + invitation.text("/id"))
                        .get(0)
                        .path("status")
                        .asText())
                .isEqualTo("accepted");
        APP.browser().signIn(email, Browser.PASSWORD);
    }

    @Test
    void attackAnInvitationIsUsedTwice() {
        var ticket = ticket(email);
        finish(browser, ticket).ok();
        browser.get("/v1/tickets/accept?ticket=" + ticket).refused(400, "invitation_already_accepted");
        signUp(APP.browser(), ticket).refused(400, "invitation_already_accepted");
        signIn(APP.browser(), ticket).refused(400, "invitation_already_accepted");
    }

    @Test
    void attackAnInvitationIsUsedByManyAtOnce() throws Exception {
        var ticket = ticket(email);
        var attempts = new ArrayList<Callable<Integer>>();
        for (int n = 0; n < 6; n++) {
            var thief = APP.browser();
            attempts.add(() -> finish(thief, ticket).status());
        }
        var pool = Executors.newFixedThreadPool(attempts.size());
        var statuses = new ArrayList<Integer>();
        for (var attempt : pool.invokeAll(attempts)) {
            statuses.add(attempt.get());
        }
        pool.shutdown();
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status != 200))
                .allMatch(status -> status == 400 || status == 422);
        assertThat(BACKEND.get("/v1/users?email_address=" + Wire.encode(email))
                        .ok()
                        .json())
                .hasSize(1);
    }

    @Test
    void attackAnInvitationForAnotherAddress() {
        var ticket = ticket(email);
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "email_address", Tenant.freshEmail())
                .refused(422, "form_param_value_invalid", "email_address");
        var path = SIGN_UPS + "/" + signUp(browser, ticket).ok().text("/response/id");
        browser.patch(path, "email_address", Tenant.freshEmail())
                .refused(422, "form_param_value_invalid", "email_address");
        browser.patch(path, "email_address", null).refused(422, "form_param_value_invalid", "email_address");
        assertThat(browser.get(path).ok().text("/response/email_address")).isEqualTo(email);
    }

    @Test
    void attackAnInvitationOfAnotherInstance() {
        var theirs = OPERATOR.development();
        var ticket = ticket(email);
        signUp(theirs.browser(), ticket).refused(400, "ticket_invalid_code");
        signIn(theirs.browser(), ticket).refused(400, "ticket_invalid_code");
        theirs.browser().get("/v1/tickets/accept?ticket=" + ticket).refused(400, "ticket_invalid_code");
        finish(browser, ticket).ok();
    }

    @Test
    void attackTheIdInsteadOfTheTicket() {
        var id = BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok().text("/id");
        signUp(browser, id).refused(400, "ticket_invalid_code");
    }

    @Test
    void attackASignUpBegunWhileEverybodyMightComeIsFinishedLater() {
        var app = OPERATOR.development();
        var visitor = app.browser();
        var path = SIGN_UPS + "/"
                + visitor.post(SIGN_UPS, "email_address", email, "password", Browser.PASSWORD)
                        .ok()
                        .text("/response/id");
        visitor.post(path + "/prepare_verification", "strategy", "email_code").ok();
        OPERATOR.configure(app, Map.of("sign_up", Map.of("mode", "restricted")));
        Eventually.see(
                "the mode on every node", () -> app.browser().post(SIGN_UPS).status(), status -> status == 403);
        var code = app.backend().code(email);
        visitor.post(path + "/attempt_verification", "strategy", "email_code", "code", code)
                .refused(403, "sign_up_mode_restricted");
        assertThat(app.backend().get("/v1/users").ok().json()).isEmpty();
    }

    @Test
    void anInvitationThatWasRevokedIsGoodForNothing() {
        var made = BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok();
        var ticket = mailed(email, "invitation");
        var path = SIGN_UPS + "/" + signUp(browser, ticket).ok().text("/response/id");
        var revoked = BACKEND.post(INVITATIONS + "/" + made.text("/id") + "/revoke", Map.of())
                .ok();
        assertThat(revoked.at("/revoked").asBoolean()).isTrue();
        assertThat(revoked.json().has("url")).isFalse();
        signUp(APP.browser(), ticket).refused(400, "revoked_invitation");
        browser.patch(path, "password", Browser.PASSWORD).refused(400, "revoked_invitation");
        BACKEND.post(INVITATIONS + "/" + made.text("/id") + "/revoke", Map.of())
                .refused(400, "invitation_already_revoked");
        BACKEND.post(INVITATIONS + "/inv_nobody/revoke", Map.of()).refused(404, "resource_not_found");
        BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok();
    }

    @Test
    void anInvitationThatWasAcceptedIsNotRevoked() {
        var made = BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok();
        finish(browser, mailed(email, "invitation")).ok();
        BACKEND.post(INVITATIONS + "/" + made.text("/id") + "/revoke", Map.of())
                .refused(400, "invitation_already_accepted");
    }

    @Test
    void anInvitationRunsOut() {
        var app = OPERATOR.development();
        app.backend()
                .post(INVITATIONS, Map.of("email_address", email, "expires_in_days", 2))
                .ok();
        var ticket = mailed(app, email, "invitation");
        var clock = app.backend().post("/v1/test_clocks", Map.of()).ok().text("/id");
        app.backend()
                .post("/v1/test_clocks/" + clock + "/advance", Map.of("seconds", 3 * 24 * 3600))
                .ok();
        Eventually.see(
                "the end of the invitation on every node",
                () -> app.browser().get("/v1/tickets/accept?ticket=" + ticket).status(),
                status -> status == 400);
        signUp(app.browser(), ticket).refused(400, "ticket_expired_code");
        assertThat(app.backend().get(INVITATIONS + "?status=expired").ok().json())
                .hasSize(1);
        assertThat(app.backend().get(INVITATIONS + "?status=pending").ok().json())
                .isEmpty();
        app.backend().post(INVITATIONS, Map.of("email_address", email)).ok();
    }

    @Test
    void whoHasAnAccountIsInvitedOnPurposeAloneAndSignsIn() {
        var user = BACKEND.createUser(email, Browser.PASSWORD).text("/id");
        BACKEND.post(INVITATIONS, Map.of("email_address", email))
                .refused(422, "form_identifier_exists", "email_address");
        BACKEND.post(INVITATIONS, Map.of("email_address", email, "ignore_existing", true))
                .ok();
        var ticket = mailed(email, "invitation");
        assertThat(browser.get("/v1/tickets/accept?ticket=" + ticket).header("location"))
                .endsWith("/sign-in?__clerk_status=sign_in&__clerk_ticket=" + ticket);
        signUp(browser, ticket).refused(400, "invitation_account_exists");
        var signIn = signIn(browser, ticket).ok();
        assertThat(signIn.text("/response/status")).isEqualTo("complete");
        assertThat(browser.get("/v1/me").ok().text("/response/id")).isEqualTo(user);
    }

    @Test
    void attackAnInvitationAroundTheSecondFactor() {
        var app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of(
                                "authenticator_app",
                                Map.of(
                                        "enabled", true,
                                        "used_for_second_factor", true,
                                        "second_factors", List.of("totp")))));
        app.backend().createUser(email, Browser.PASSWORD, "totp_secret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        app.backend()
                .post(INVITATIONS, Map.of("email_address", email, "ignore_existing", true))
                .ok();
        var visitor = app.browser();
        var signIn = signIn(visitor, mailed(app, email, "invitation")).ok();
        assertThat(signIn.text("/response/status")).isEqualTo("needs_second_factor");
        assertThat(visitor.get("/v1/client").ok().at("/response/sessions")).isEmpty();
        var user = app.backend()
                .get("/v1/users?email_address=" + Wire.encode(email))
                .ok()
                .text("/0/id");
        var token = app.backend()
                .post("/v1/sign_in_tokens", Map.of("user_id", user))
                .ok()
                .text("/token");
        assertThat(signIn(app.browser(), token).ok().text("/response/status"))
                .as("the app's own word")
                .isEqualTo("complete");
    }

    @Test
    void whoHasNoAccountIsSentToSignUp() {
        signIn(browser, ticket(email)).refused(400, "invitation_account_not_exists");
        browser.post(SIGN_UPS, "strategy", "ticket").refused(422, "form_param_nil", "ticket");
    }

    @Test
    void anAddressHasOneInvitationUnlessAnotherIsWanted() {
        BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok();
        var again = BACKEND.post(INVITATIONS, Map.of("email_address", email.toUpperCase(java.util.Locale.ROOT)));
        again.refused(400, "duplicate_record", "email_address");
        assertThat(again.text("/errors/0/meta/email_addresses/0")).isEqualTo(email);
        BACKEND.post(INVITATIONS, Map.of("email_address", email, "ignore_existing", true))
                .ok();
    }

    @Test
    void severalAreInvitedAtOnceOrNone() {
        var other = Tenant.freshEmail();
        var both = List.of(Map.of("email_address", email), Map.of("email_address", other, "notify", false));
        var made = BACKEND.postAll(INVITATIONS + "/bulk", both).ok();
        assertThat(made.json()).hasSize(2);
        assertThat(BACKEND.messages(email, "invitation")).hasSize(1);
        assertThat(BACKEND.messages(other)).as("nobody is written to unasked").isEmpty();
        var fresh = Tenant.freshEmail();
        BACKEND.postAll(INVITATIONS + "/bulk", List.of(Map.of("email_address", fresh), Map.of("email_address", email)))
                .refused(400, "duplicate_record", "email_address");
        BACKEND.postAll(INVITATIONS + "/bulk", List.of(Map.of("email_address", fresh), Map.of("email_address", fresh)))
                .refused(400, "duplicate_record", "email_address");
        assertThat(listed("query=" + Wire.encode(fresh))).isEmpty();
        BACKEND.postAll(INVITATIONS + "/bulk", List.of()).refused(400, "request_body_invalid");
    }

    @Test
    void theAppMayTakeTheInvitedInOnAPageOfItsOwn() {
        var made = BACKEND.post(
                        INVITATIONS,
                        Map.of(
                                "email_address",
                                email,
                                "notify",
                                false,
                                "redirect_url",
                                "http://localhost:3000/join?a=b"))
                .ok();
        var ticket = made.text("/url").replaceFirst(".*ticket=", "");
        assertThat(browser.get("/v1/tickets/accept?ticket=" + ticket).header("location"))
                .isEqualTo("http://localhost:3000/join?a=b&__clerk_status=sign_up&__clerk_ticket=" + ticket);
        OPERATOR.production()
                .backend()
                .post(INVITATIONS, Map.of("email_address", email, "redirect_url", "https://evil.test/"))
                .refused(422, "redirect_url_domain_mismatch");
    }

    @Test
    void invitationsAreListedAndSearched() {
        var first =
                BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok().text("/id");
        var found = BACKEND.get(INVITATIONS + "?paginated=true&query=" + Wire.encode(email.substring(0, 30)))
                .ok();
        assertThat(found.at("/total_count").asInt()).isEqualTo(1);
        assertThat(found.text("/data/0/id")).isEqualTo(first);
        assertThat(found.at("/data/0").has("url"))
                .as("the ticket is shown once")
                .isFalse();
        for (var order : List.of("created_at", "-email_address", "%2Bexpires_at")) {
            BACKEND.get(INVITATIONS + "?order_by=" + order).ok();
        }
        BACKEND.get(INVITATIONS + "?order_by=shoe_size").refused(422, "form_param_value_invalid", "order_by");
        BACKEND.get(INVITATIONS + "?status=lost").refused(422, "form_param_value_invalid", "status");
    }

    @ParameterizedTest(name = "{0} = {1} is refused")
    @CsvSource({
        "email_address, nobody",
        "expires_in_days, 0",
        "expires_in_days, 366",
        "template_slug, receipt",
        "shoe, 1"
    })
    void aBadInvitationIsRefusedByName(String field, String value) {
        var body = new java.util.HashMap<String, Object>(Map.of("email_address", email));
        body.put(field, value.matches("\\d+") ? (Object) Integer.valueOf(value) : value);
        var refused = BACKEND.post(INVITATIONS, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/meta/param_name")).isEqualTo(field);
    }

    @Test
    void whereNobodyHasAnAddressNobodyIsInvited() {
        var app = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of(
                                "username", Map.of("enabled", true, "required", true, "used_for_first_factor", true),
                                "email_address", Map.of("enabled", false, "required", false))));
        app.backend().post(INVITATIONS, Map.of("email_address", email)).refused(400, "invitations_not_supported");
    }

    @Test
    void whoIsSignedInKeepsTheirInvitation() {
        var app = OPERATOR.development();
        var visitor = app.browser();
        visitor.signUp();
        app.backend().post(INVITATIONS, Map.of("email_address", email)).ok();
        var ticket = mailed(app, email, "invitation");
        signUp(visitor, ticket).refused(400, "session_exists");
        finish(app.browser(), ticket).ok();
    }

    private static Answer signUp(Browser browser, String ticket) {
        return browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket);
    }

    private static Answer finish(Browser browser, String ticket) {
        return browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD);
    }

    private static Answer signIn(Browser browser, String ticket) {
        return browser.post("/v1/client/sign_ins", "strategy", "ticket", "ticket", ticket);
    }

    private static String ticket(String email) {
        BACKEND.post(INVITATIONS, Map.of("email_address", email)).ok();
        return mailed(email, "invitation");
    }

    private static String mailed(String email, String slug) {
        return mailed(APP, email, slug);
    }

    /** The ticket in the newest message of that kind. */
    static String mailed(Tenant app, String email, String slug) {
        var link = LINK.matcher(app.backend().messages(email, slug).get(0).toString());
        assertThat(link.find()).as("the message has a link").isTrue();
        return link.group(1);
    }

    private static List<JsonNode> listed(String query) {
        return StreamSupport.stream(
                        BACKEND.get(INVITATIONS + "?" + query).ok().json().spliterator(), false)
                .toList();
    }
}
