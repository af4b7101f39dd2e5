package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a signed-in person can do about themselves. */
class MeIT {

    private static final Tenant APP = Rollcall.standard();
    private static final String NEW_PASSWORD = "another-Donkey-stapler-17";

    private final Browser browser = APP.browser();
    private Person me;

    @BeforeEach
    void signUp() {
        me = browser.signUp();
    }

    @Test
    void theUserIsShownWithoutWhatIsPrivate() {
        APP.backend()
                .patch(
                        "/v1/users/" + me.userId() + "/metadata",
                        Map.of("private_metadata", Map.of("note", "hush-7731")))
                .ok();
        var user = browser.get("/v1/me").ok();

        assertThat(user.text("/response/id")).isEqualTo(me.userId());
        assertThat(new String(user.body(), StandardCharsets.UTF_8))
                .doesNotContain("hush-7731")
                .doesNotContain("private_metadata");
        for (var list : new String[] {
            "email_addresses",
            "phone_numbers",
            "web3_wallets",
            "external_accounts",
            "enterprise_accounts",
            "passkeys",
            "organization_memberships"
        }) {
            assertThat(user.at("/response/" + list).isArray()).as(list).isTrue();
        }
        assertThat(user.at("/response/password_enabled").asBoolean()).isTrue();
    }

    @Test
    void nobodySignedInIsNobody() {
        APP.browser().get("/v1/me").refused(401, "authentication_invalid");
    }

    @Test
    void namesCanBeChangedAndTheClientShowsIt() {
        var changed = browser.patch("/v1/me", "first_name", "Grace", "last_name", "Hopper")
                .ok();
        assertThat(changed.text("/response/first_name")).isEqualTo("Grace");
        assertThat(changed.text("/client/sessions/0/user/last_name")).isEqualTo("Hopper");

        assertThat(browser.patch("/v1/me", "first_name", null).ok().text("/response/first_name"))
                .isNull();
        assertThat(browser.get("/v1/me").ok().text("/response/last_name")).isEqualTo("Hopper");
        browser.patch("/v1/me", "first_name", "x".repeat(300))
                .refused(422, "form_param_max_length_exceeded", "first_name");
    }

    @Test
    void unsafeMetadataIsMergedDeeplyAndNullRemoves() {
        browser.patch("/v1/me/metadata", "unsafe_metadata", "{\"a\":{\"b\":1,\"c\":2},\"d\":3}")
                .ok();
        var merged = browser.patch("/v1/me/metadata", "unsafe_metadata", "{\"a\":{\"b\":null,\"e\":4}}")
                .ok();

        assertThat(merged.at("/response/unsafe_metadata").toString()).isEqualTo("{\"a\":{\"c\":2,\"e\":4},\"d\":3}");
        assertThat(merged.at("/client/sessions/0/user/unsafe_metadata/d").asInt())
                .isEqualTo(3);
        browser.patch("/v1/me/metadata", "unsafe_metadata", "[1]")
                .refused(422, "form_param_type_invalid", "unsafe_metadata");
    }

    @Test
    void theOtherMetadataAreNotTheUsersToWrite() {
        browser.patch("/v1/me/metadata", "unsafe_metadata", "{}", "public_metadata", "{\"admin\":true}");
        browser.patch("/v1/me", "public_metadata", "{\"admin\":true}", "private_metadata", "{\"admin\":true}");

        var user = APP.backend().get("/v1/users/" + me.userId()).ok();
        assertThat(user.at("/public_metadata")).isEmpty();
        assertThat(user.at("/private_metadata")).isEmpty();
    }

    @Test
    void thePasswordIsChangedByWhoKnowsTheOldOne() {
        browser.post("/v1/me/change_password", "current_password", "wrong-Password-1", "new_password", NEW_PASSWORD)
                .refused(422, "form_password_incorrect", "current_password");
        browser.post("/v1/me/change_password", "current_password", me.password(), "new_password", "short1!")
                .refused(422, "form_password_length_too_short", "new_password");
        browser.post("/v1/me/change_password", "current_password", me.password(), "new_password", NEW_PASSWORD)
                .ok();

        APP.browser()
                .post(
                        "/v1/client/sign_ins",
                        "strategy",
                        "password",
                        "identifier",
                        me.email(),
                        "password",
                        me.password())
                .refused(422, "form_password_incorrect", "password");
        assertThat(APP.browser().signIn(me.email(), NEW_PASSWORD)).startsWith("sess_");
    }

    @Test
    void changingThePasswordCanSignOutEverywhereElse() {
        var laptop = APP.browser();
        var there = laptop.signIn(me.email(), me.password());
        browser.post(
                        "/v1/me/change_password",
                        "current_password",
                        me.password(),
                        "new_password",
                        NEW_PASSWORD,
                        "sign_out_of_other_sessions",
                        "true")
                .ok();

        laptop.post("/v1/client/sessions/" + there + "/tokens").refused(401, "authentication_invalid");
        assertThat(browser.token(me.sessionId())).isNotBlank();
    }

    @Test
    void devicesAreABareListWithTheirLastActivity() {
        APP.browser().signIn(me.email(), me.password());
        var devices = browser.get("/v1/me/sessions/active").ok();

        assertThat(devices.json().isArray()).as("no envelope").isTrue();
        assertThat(devices.json()).hasSize(2);
        assertThat(devices.json().findValuesAsText("id")).contains(me.sessionId());
        assertThat(devices.text("/0/latest_activity/object")).isEqualTo("session_activity");
    }

    @Test
    void anotherDeviceCanBeSignedOut() {
        var laptop = APP.browser();
        var there = laptop.signIn(me.email(), me.password());
        var revoked = browser.post("/v1/me/sessions/" + there + "/revoke").ok();

        assertThat(revoked.text("/response/status")).isEqualTo("revoked");
        laptop.post("/v1/client/sessions/" + there + "/tokens").refused(401, "authentication_invalid");
        laptop.get("/v1/me").refused(401, "authentication_invalid");
        assertThat(browser.get("/v1/me/sessions/active").ok().json()).hasSize(1);
    }

    @Test
    void aSessionOfSomebodyElseCannotBeSignedOut() {
        var other = APP.browser();
        var stranger = other.signUp();
        browser.post("/v1/me/sessions/" + stranger.sessionId() + "/revoke").refused(404, "resource_not_found");
        assertThat(other.token(stranger.sessionId())).isNotBlank();
    }

    @Test
    void aSecondAddressIsVerifiedMadePrimaryAndTheFirstDeleted() {
        var email = Tenant.freshEmail();
        var added =
                browser.post("/v1/me/email_addresses", "email_address", email).ok();
        var path = "/v1/me/email_addresses/" + added.text("/response/id");
        assertThat(added.at("/client/sessions/0/user/email_addresses")).hasSize(2);
        assertThat(browser.patch("/v1/me", "primary_email_address_id", added.text("/response/id"))
                        .status())
                .as("not verified yet")
                .isGreaterThanOrEqualTo(400);

        browser.post(path + "/prepare_verification", "strategy", "email_code").ok();
        browser.post(path + "/attempt_verification", "code", "000000").refused(422, "form_code_incorrect", "code");
        var verified = browser.post(
                        path + "/attempt_verification", "code", APP.backend().code(email))
                .ok();
        assertThat(verified.text("/response/verification/status")).isEqualTo("verified");
        assertThat(browser.get(path).ok().text("/response/email_address")).isEqualTo(email);

        var user = browser.patch("/v1/me", "primary_email_address_id", added.text("/response/id"))
                .ok();
        assertThat(user.text("/response/primary_email_address_id")).isEqualTo(added.text("/response/id"));
        var first = browser.get("/v1/me/email_addresses").ok();
        assertThat(first.json().findValuesAsText("email_address")).contains(me.email(), email);
        browser.delete("/v1/me/email_addresses/" + idOf(first, me.email())).ok();
        assertThat(APP.browser().signIn(email, me.password())).startsWith("sess_");
        APP.browser()
                .post("/v1/client/sign_ins", "identifier", me.email())
                .refused(422, "form_identifier_not_found", "identifier");
    }

    @Test
    void theLastAddressCannotBeDeletedWhereOneIsRequired() {
        var id = browser.get("/v1/me").ok().text("/response/primary_email_address_id");
        assertThat(browser.delete("/v1/me/email_addresses/" + id).status()).isBetween(400, 422);
        assertThat(browser.get("/v1/me").ok().at("/response/email_addresses")).hasSize(1);
    }

    @Test
    void anAddressOfSomebodyElseCannotBeAdded() {
        var other = APP.browser().signUp();
        browser.post("/v1/me/email_addresses", "email_address", other.email())
                .refused(422, "form_identifier_exists", "email_address");
        browser.post("/v1/me/email_addresses", "email_address", "nonsense")
                .refused(422, "form_param_format_invalid", "email_address");
    }

    /** PostgreSQL kept a question mark in its place. */
    @Test
    void halfASurrogatePairIsRefusedAndNotReplaced() {
        for (var metadata : List.of("{\"a\":\"\\ud800\"}", "{\"a\":[{\"\\udc00b\":1}]}")) {
            browser.patch("/v1/me/metadata", "unsafe_metadata", metadata)
                    .refused(422, "form_param_value_invalid", "unsafe_metadata");
        }
        browser.patch("/v1/me/metadata", "unsafe_metadata", "{\"a\":\"\\ud83d\\ude00\"}")
                .ok();
    }

    /** clerk-js sends a picture that is no file as a URL of its data, a third longer than what it holds. */
    @Test
    void aPictureOfTenMegabytesAsADataUrl() throws IOException {
        browser.upload("/v1/me/profile_image", dataUrl(10 << 20)).ok();
        assertThat(browser.get("/v1/me").ok().at("/response/has_image").asBoolean())
                .isTrue();
        browser.upload("/v1/me/profile_image", dataUrl((10 << 20) + 1)).refused(413, "image_too_large", "file");
    }

    /** Of a picture with so much behind its end, which is not kept. */
    private static String dataUrl(int bytes) throws IOException {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Arrays.copyOf(png(), bytes));
    }

    @Test
    void aPictureReplacesTheRenderedInitials() throws IOException {
        var before = browser.get("/v1/me").ok();
        assertThat(before.at("/response/has_image").asBoolean()).isFalse();
        assertThat(fetch(before.text("/response/image_url")).header("content-type"))
                .startsWith("image/");

        browser.upload("/v1/me/profile_image", "me.png", "image/png", png()).ok();
        var after = browser.get("/v1/me").ok();
        assertThat(after.at("/response/has_image").asBoolean()).isTrue();
        var picture = fetch(after.text("/response/image_url")).ok();
        assertThat(picture.header("content-type")).startsWith("image/");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(picture.body()))
                        .getWidth())
                .isEqualTo(8);

        browser.delete("/v1/me/profile_image").ok();
        assertThat(browser.get("/v1/me").ok().at("/response/has_image").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsNotAPictureIsRefused() {
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(browser.upload("/v1/me/profile_image", "me.png", "image/png", page)
                        .status())
                .isBetween(400, 422);
        assertThat(browser.get("/v1/me").ok().at("/response/has_image").asBoolean())
                .isFalse();
    }

    @Test
    void aPasswordIsRemovedByWhoProvesItAndHasAnotherWayIn() {
        var operator = Operator.platform();
        var app = operator.development();
        var someone = app.browser();
        var person = someone.signUp();
        someone.post("/v1/me/remove_password", "current_password", person.password())
                .refused(400, "password_required");
        operator.configure(app, Map.of("attributes", Map.of("password", Map.of("required", false))));
        someone.post("/v1/me/remove_password", "current_password", "another-Donkey-stapler-17")
                .refused(422, "form_password_incorrect", "current_password");
        someone.post("/v1/me/remove_password").refused(422, "form_param_nil", "current_password");

        var removed = someone.post("/v1/me/remove_password", "current_password", person.password())
                .ok();

        assertThat(removed.at("/response/password_enabled").asBoolean()).isFalse();
        assertThat(someone.token(person.sessionId())).isNotBlank();
        someone.post("/v1/me/remove_password", "current_password", person.password())
                .refused(400, "no_password_set");
    }

    /** Where nobody may learn who is here, everybody is offered a code by mail; that lets nobody in who has no address. */
    @Test
    void whoHasNoOtherWayInKeepsThePasswordUnderEnumerationProtectionToo() {
        var operator = Operator.platform();
        var app = operator.configure(
                operator.development(),
                Map.of(
                        "attributes",
                        Map.of(
                                "email_address", Map.of("required", false),
                                "username", Map.of("enabled", true, "used_for_first_factor", true),
                                "password", Map.of("required", false)),
                        "protection",
                        Map.of("enumeration_protection", true)));
        app.backend()
                .post("/v1/users", Map.of("username", "grace", "password", Browser.PASSWORD))
                .ok();
        var grace = app.browser();
        grace.signIn("grace", Browser.PASSWORD);
        grace.post("/v1/me/remove_password", "current_password", Browser.PASSWORD)
                .refused(400, "password_required");
    }

    @Test
    void theAccountCanBeDeletedByItsOwner() {
        var deleted = browser.delete("/v1/me").ok();

        assertThat(deleted.at("/response/deleted").asBoolean()).isTrue();
        assertThat(deleted.text("/response/id")).isEqualTo(me.userId());
        browser.post("/v1/client/sessions/" + me.sessionId() + "/tokens").refused(401, "authentication_invalid");
        APP.backend().get("/v1/users/" + me.userId()).refused(404, "resource_not_found");
        APP.browser()
                .post("/v1/client/sign_ins", "identifier", me.email())
                .refused(422, "form_identifier_not_found", "identifier");
        assertThat(APP.browser().signUp(me.email()).userId())
                .as("the address is free again")
                .isNotEqualTo(me.userId());
    }

    @Test
    void whereItIsForbiddenTheAccountStays() {
        var operator = Operator.platform();
        var strict = operator.configure(operator.development(), Map.of("actions", Map.of("delete_self", false)));
        var there = strict.browser();
        var person = there.signUp();

        there.delete("/v1/me").refused(403, "user_delete_self_not_allowed");
        strict.backend().get("/v1/users/" + person.userId()).ok();
    }

    private static String idOf(Answer addresses, String email) {
        for (var address : addresses.json().findParents("email_address")) {
            if (address.path("email_address").asText().equals(email)) {
                return address.path("id").asText();
            }
        }
        throw new AssertionError(email + " is not in " + addresses.json());
    }

    private static Answer fetch(String url) {
        return Wire.send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
