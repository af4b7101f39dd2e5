package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The waitlist: newcomers queue, the app lets them in one after the other, and nobody comes in past it. */
class WaitlistIT {

    private static final String ENTRIES = "/v1/waitlist_entries";
    private static final String SIGN_UPS = "/v1/client/sign_ups";
    private static final Operator OPERATOR = Operator.platform();
    private static final Tenant APP =
            OPERATOR.configure(OPERATOR.development(), Map.of("sign_up", Map.of("mode", "waitlist")));
    private static final Backend BACKEND = APP.backend();

    private final Browser browser = APP.browser();
    private final String email = Tenant.freshEmail();

    @Test
    void whoWaitsIsInvitedAndSignsUp() {
        var joined = browser.post("/v1/waitlist", "email_address", email).ok();
        assertThat(joined.json()).hasSize(2);
        assertThat(BACKEND.messages(email, "waitlist_confirmation")).hasSize(1);
        var id = joined.text("/id");
        assertThat(BACKEND.get(ENTRIES + "?query=" + id).ok().text("/data/0/status"))
                .isEqualTo("pending");

        var invited = BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        assertThat(invited.text("/status")).isEqualTo("invited");
        assertThat(invited.text("/invitation/email_address")).isEqualTo(email);
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");
        var done = browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD)
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(BACKEND.get(ENTRIES + "?query=" + id).ok().text("/data/0/status"))
                .isEqualTo("completed");
    }

    @Test
    void whoHasSignedUpIsNeitherInvitedNorRejected() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD)
                .ok();
        BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()).refused(409, "waitlist_entry_not_open");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of("ignore_existing", true))
                .refused(409, "waitlist_entry_not_open");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).refused(422, "form_identifier_exists", "email_address");
        BACKEND.delete(ENTRIES + "/" + id).refused(409, "waitlist_entry_not_open");
    }

    @Test
    void attackASignUpPastTheWaitlist() {
        browser.post(SIGN_UPS, "email_address", email, "password", Browser.PASSWORD)
                .refused(403, "sign_up_restricted_waitlist");
        browser.post(SIGN_UPS).refused(403, "sign_up_restricted_waitlist");
        var id = browser.post("/v1/waitlist", "email_address", email).ok().text("/id");
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", id).refused(400, "ticket_invalid_code");
        browser.post(SIGN_UPS, "email_address", email, "password", Browser.PASSWORD)
                .refused(403, "sign_up_restricted_waitlist");
        var user = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id");
        var token =
                BACKEND.post("/v1/sign_in_tokens", Map.of("user_id", user)).ok().text("/token");
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", token, "email_address", email)
                .refused(400, "sign_in_token_not_in_sign_in_code");
    }

    @Test
    void attackAnInvitedPlaceIsGivenToSomebodyElse() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");
        var path = SIGN_UPS + "/"
                + browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket)
                        .ok()
                        .text("/response/id");
        browser.patch(path, "email_address", Tenant.freshEmail(), "password", Browser.PASSWORD)
                .refused(422, "form_param_value_invalid", "email_address");
    }

    @Test
    void nobodyLearnsByJoiningWhoIsThere() {
        var first = browser.post("/v1/waitlist", "email_address", email).ok();
        var again = APP.browser()
                .post("/v1/waitlist", "email_address", email.toUpperCase(java.util.Locale.ROOT))
                .ok();
        assertThat(again.text("/object")).isEqualTo(first.text("/object"));
        assertThat(again.json()).hasSameSizeAs(first.json());
        assertThat(BACKEND.messages(email)).as("one message, however often").hasSize(1);
        var member = BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/email_addresses/0/email_address");
        assertThat(browser.post("/v1/waitlist", "email_address", member).ok().text("/object"))
                .isEqualTo("waitlist_entry");
        browser.post("/v1/waitlist").refused(422, "form_param_nil", "email_address");
        browser.post("/v1/waitlist", "email_address", "nobody")
                .refused(422, "form_param_format_invalid", "email_address");
    }

    /** Ids begin with the second in which they were made: an old one would say that the address was there, and since when. */
    @Test
    void attackTheIdOfAnEntryTellsThatSomebodyWaitsAlready() {
        var theirs = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        var first = browser.post("/v1/waitlist", "email_address", email).ok().text("/id");
        var second = browser.post("/v1/waitlist", "email_address", email).ok().text("/id");
        assertThat(List.of(first, second)).doesNotContain(theirs).doesNotHaveDuplicates();
        assertThat(first).hasSameSizeAs(theirs).startsWith(theirs.substring(0, theirs.indexOf('_') + 1));
        assertThat(BACKEND.get(ENTRIES + "?query=" + Wire.encode(email)).ok().text("/data/0/id"))
                .isEqualTo(theirs);
    }

    @Test
    void attackAnOlderInvitationOutlivesTheRejection() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of("ignore_existing", true))
                .ok();
        BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()).ok();
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket).refused(400, "revoked_invitation");
    }

    @Test
    void whoseInvitationWasRevokedCanStillBeRejected() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        var invitation =
                BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok().text("/invitation/id");
        BACKEND.post("/v1/invitations/" + invitation + "/revoke", Map.of()).ok();
        assertThat(BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()).ok().text("/status"))
                .isEqualTo("rejected");
    }

    /** Who comes and who turns them away lock the same two rows. */
    @RepeatedTest(10)
    void whoIsRejectedWhileTheyComeIsInOrOut() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");

        var answers = RacesIT.atOnce(
                () -> browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket, "password", Browser.PASSWORD),
                () -> BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()));

        assertThat(answers.stream().map(Answer::status).toList()).isIn(List.of(200, 409), List.of(400, 200));
    }

    @Test
    void whereEverybodyMaySignUpNobodyWaits() {
        OPERATOR.development()
                .browser()
                .post("/v1/waitlist", "email_address", email)
                .refused(403, "waitlist_not_enabled");
    }

    @Test
    void whoIsRejectedCannotUseTheirInvitationAndMayBeInvitedAnew() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email)).ok().text("/id");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        var ticket = InvitationsIT.mailed(APP, email, "waitlist_invitation");
        assertThat(BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()).ok().text("/status"))
                .isEqualTo("rejected");
        browser.post(SIGN_UPS, "strategy", "ticket", "ticket", ticket).refused(400, "revoked_invitation");
        BACKEND.post(ENTRIES + "/" + id + "/reject", Map.of()).refused(409, "waitlist_entry_not_open");
        BACKEND.delete(ENTRIES + "/" + id).refused(409, "waitlist_entry_not_open");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).ok();
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of()).refused(400, "duplicate_record", "email_address");
        BACKEND.post(ENTRIES + "/" + id + "/invite", Map.of("ignore_existing", true))
                .ok();
    }

    @Test
    void manyAreAddedAtOnceAndTold() {
        var other = Tenant.freshEmail();
        var added = BACKEND.postAll(
                        ENTRIES + "/bulk",
                        List.of(Map.of("email_address", email), Map.of("email_address", other, "notify", false)))
                .ok();
        assertThat(added.json()).hasSize(2);
        assertThat(BACKEND.messages(email, "waitlist_confirmation")).hasSize(1);
        assertThat(BACKEND.messages(other)).isEmpty();
        var again = BACKEND.postAll(ENTRIES + "/bulk", List.of(Map.of("email_address", email)))
                .ok();
        assertThat(again.text("/0/id")).isEqualTo(added.text("/0/id"));
        BACKEND.postAll(ENTRIES + "/bulk", List.of(Map.of("email_address", email), Map.of("email_address", email)))
                .refused(400, "duplicate_record", "email_address");
        var tooMany = new ArrayList<Map<String, String>>();
        for (int n = 0; n <= 50; n++) {
            tooMany.add(Map.of("email_address", Tenant.freshEmail()));
        }
        BACKEND.postAll(ENTRIES + "/bulk", tooMany).refused(400, "request_body_invalid");
    }

    @Test
    void entriesAreListedAndDeleted() {
        var id = BACKEND.post(ENTRIES, Map.of("email_address", email, "notify", false))
                .ok()
                .text("/id");
        var found = BACKEND.get(ENTRIES + "?status=pending&query=" + Wire.encode(email))
                .ok();
        assertThat(found.at("/total_count").asInt()).isEqualTo(1);
        assertThat(found.at("/data/0/invitation").isNull()).isTrue();
        for (var order : List.of("created_at", "-email_address", "-invited_at", "%2Binvited_at")) {
            BACKEND.get(ENTRIES + "?order_by=" + order).ok();
        }
        BACKEND.get(ENTRIES + "?order_by=shoe_size").refused(422, "form_param_value_invalid", "order_by");
        BACKEND.get(ENTRIES + "?status=lost").refused(422, "form_param_value_invalid", "status");
        BACKEND.delete(ENTRIES + "/" + id).ok();
        BACKEND.delete(ENTRIES + "/" + id).refused(404, "resource_not_found");
    }

    @Test
    void theEnvironmentSaysThatThereIsAWaitlist() {
        assertThat(browser.get("/v1/environment").ok().text("/user_settings/sign_up/mode"))
                .isEqualTo("waitlist");
    }
}
