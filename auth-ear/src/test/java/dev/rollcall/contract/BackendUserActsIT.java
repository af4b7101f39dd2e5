package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app's server does to its users beyond changing them: bans, locks, passwords, pictures. */
class BackendUserActsIT {

    private static final Tenant APP = Operator.platform().development();
    private static final Backend BACKEND = APP.backend();

    @Test
    void aBannedUserIsSignedOutEverywhereAndSignsInNoMore() {
        var browser = APP.browser();
        var person = browser.signUp();
        var elsewhere = APP.browser().signIn(person.email(), person.password());

        var banned = BACKEND.post(users(person, "ban"), Map.of()).ok();

        assertThat(banned.at("/banned").asBoolean()).isTrue();
        assertThat(BACKEND.get("/v1/sessions/" + person.sessionId()).ok().text("/status"))
                .isEqualTo("revoked");
        assertThat(BACKEND.get("/v1/sessions/" + elsewhere).ok().text("/status"))
                .isEqualTo("revoked");
        browser.post("/v1/client/sessions/" + person.sessionId() + "/tokens").refused(401, "authentication_invalid");
        signIn(person).refused(403, "user_banned");
        BACKEND.post("/v1/sessions", Map.of("user_id", person.userId())).refused(403, "user_banned");
        BACKEND.post(users(person, "ban"), Map.of()).ok();
        assertThat(BACKEND.post(users(person, "unban"), Map.of())
                        .ok()
                        .at("/banned")
                        .asBoolean())
                .isFalse();
        signIn(person).ok();
    }

    @Test
    void manyAreBannedInTheOrderOfTheRequestOrNoneIs() {
        var ids = IntStream.range(0, 3)
                .mapToObj(n -> BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD)
                        .text("/id"))
                .toList();
        var reversed = List.of(ids.get(2), ids.get(0), ids.get(1));

        BACKEND.post("/v1/users/ban", Map.of("user_ids", List.of(ids.get(0), "user_nobody")))
                .refused(404, "resource_not_found");
        assertThat(BACKEND.get("/v1/users/" + ids.get(0)).ok().at("/banned").asBoolean())
                .isFalse();
        var banned = BACKEND.post("/v1/users/ban", Map.of("user_ids", reversed)).ok();
        assertThat(banned.json().findValuesAsText("banned")).containsOnly("true");
        IntStream.range(0, 3)
                .forEach(n -> assertThat(banned.text("/" + n + "/id")).isEqualTo(reversed.get(n)));
        assertThat(BACKEND.post("/v1/users/unban", Map.of("user_ids", ids))
                        .ok()
                        .json()
                        .findValuesAsText("banned"))
                .containsOnly("false");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51})
    void noneOrTooManyAreRefused(int number) {
        var ids = IntStream.range(0, number).mapToObj(n -> "user_" + n).toList();
        BACKEND.post("/v1/users/ban", Map.of("user_ids", ids)).refused(422, "form_param_value_invalid", "user_ids");
        BACKEND.post("/v1/users/unban", Map.of()).refused(422, "form_param_nil", "user_ids");
    }

    @Test
    void aLockedUserStaysSignedInButSignsInNoMore() {
        var browser = APP.browser();
        var person = browser.signUp();

        assertThat(BACKEND.post(users(person, "lock"), Map.of())
                        .ok()
                        .at("/locked")
                        .asBoolean())
                .isTrue();

        assertThat(browser.token(person.sessionId())).isNotBlank();
        assertThat(signIn(person).codes()).contains("user_locked");
        assertThat(BACKEND.post(users(person, "unlock"), Map.of())
                        .ok()
                        .at("/locked")
                        .asBoolean())
                .isFalse();
        signIn(person).ok();
    }

    @Test
    void theAppLearnsWhetherAPasswordIsTheUsers() {
        var person = APP.browser().signUp();
        assertThat(verify(person, person.password()).ok().at("/verified").asBoolean())
                .isTrue();
        verify(person, "another-Donkey-stapler-17").refused(422, "form_password_incorrect", "password");
        BACKEND.post("/v1/users/user_nobody/verify_password", Map.of("password", "x"))
                .refused(404, "resource_not_found");
        BACKEND.post(users(person, "verify_password"), Map.of()).refused(422, "form_param_nil", "password");
    }

    @Test
    void aRemovedPasswordLetsNobodyInAndTheRestStays() {
        var browser = APP.browser();
        var person = browser.signUp();

        var removed = BACKEND.post(users(person, "remove_password"), Map.of()).ok();

        assertThat(removed.at("/password_enabled").asBoolean()).isFalse();
        assertThat(browser.token(person.sessionId())).isNotBlank();
        assertThat(signIn(person).codes()).containsExactly("strategy_for_user_invalid");
        verify(person, person.password()).refused(400, "no_password_set");
        var again = BACKEND.post(users(person, "remove_password"), Map.of("sign_out_of_other_sessions", true))
                .ok();
        assertThat(again.at("/updated_at")).as("there was nothing to remove").isEqualTo(removed.at("/updated_at"));
        assertThat(BACKEND.get("/v1/sessions/" + person.sessionId()).ok().text("/status"))
                .isEqualTo("revoked");
    }

    @Test
    void aCompromisedPasswordIsRefusedToWhoeverKnowsItUntilThereIsANewOne() {
        var person = APP.browser().signUp();
        var none = new HashMap<String, Object>();
        none.put("revoke_all_sessions", null);
        BACKEND.post(users(person, "password/set_compromised"), none).ok();
        signIn(person).refused(422, "form_password_compromised", "password");
        APP.browser()
                .post("/v1/client/sign_ins", "identifier", person.email(), "password", "another-Donkey-stapler-17")
                .refused(422, "form_password_incorrect", "password");

        BACKEND.post(users(person, "password/unset_compromised"), Map.of()).ok();
        signIn(person).ok();
        BACKEND.post(users(person, "password/set_compromised"), Map.of("revoke_all_sessions", true))
                .ok();
        assertThat(BACKEND.get("/v1/sessions/" + person.sessionId()).ok().text("/status"))
                .isEqualTo("revoked");
        BACKEND.patch("/v1/users/" + person.userId(), Map.of("password", "another-Donkey-stapler-17"))
                .ok();
        APP.browser().signIn(person.email(), "another-Donkey-stapler-17");
    }

    @Test
    void withoutAPasswordNoneIsCompromised() {
        var person = APP.browser().signUp();
        BACKEND.post(users(person, "remove_password"), Map.of()).ok();
        BACKEND.post(users(person, "password/set_compromised"), Map.of()).refused(400, "no_password_set");
        BACKEND.post(users(person, "password/unset_compromised"), Map.of()).refused(400, "no_password_set");
    }

    @Test
    void theAppShowsAPictureOfTheUser() {
        var path = "/v1/users/"
                + BACKEND.createUser(Tenant.freshEmail(), Browser.PASSWORD).text("/id") + "/profile_image";
        assertThat(BACKEND.upload(path, "image/png", png())
                        .ok()
                        .at("/has_image")
                        .asBoolean())
                .isTrue();
        BACKEND.upload(path, "image/png", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .refused(400, "request_body_invalid", "file");
        assertThat(BACKEND.delete(path).ok().at("/has_image").asBoolean()).isFalse();
        BACKEND.delete(path).refused(404, "resource_not_found");
        BACKEND.upload("/v1/users/user_nobody/profile_image", "image/png", png())
                .refused(404, "resource_not_found");
    }

    @Test
    void aTokenTellsItsClient() {
        var browser = APP.browser();
        var person = browser.signUp();
        var token = browser.token(person.sessionId());

        var client = BACKEND.post("/v1/clients/verify", Map.of("token", token)).ok();

        assertThat(client.text("/id")).isEqualTo(browser.get("/v1/client").ok().text("/response/id"));
        assertThat(client.text("/sessions/0/id")).isEqualTo(person.sessionId());
        BACKEND.post("/v1/clients/verify", Map.of("token", token + "x")).refused(400, "token_invalid", "token");
        Rollcall.standard()
                .backend()
                .post("/v1/clients/verify", Map.of("token", token))
                .refused(400, "token_invalid", "token");
        BACKEND.post("/v1/sessions/" + person.sessionId() + "/revoke", Map.of()).ok();
        BACKEND.post("/v1/clients/verify", Map.of("token", token)).refused(404, "resource_not_found");
    }

    private static String users(Browser.Person person, String act) {
        return "/v1/users/" + person.userId() + "/" + act;
    }

    private static Answer verify(Browser.Person person, String password) {
        return BACKEND.post(users(person, "verify_password"), Map.of("password", password));
    }

    private static Answer signIn(Browser.Person person) {
        return APP.browser().post("/v1/client/sign_ins", "identifier", person.email(), "password", person.password());
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
