package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.Browser.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances on one server share nothing: what is of the one does not exist for the other. */
class IsolationIT {

    private static final Operator OPERATOR = Operator.platform();

    /** Ours holds the treasure, theirs belongs to an attacker who knows every id and holds keys and cookies of their own. */
    private static Tenant ours;

    private static Tenant theirs;
    private static Browser victim;
    private static Browser attacker;
    private static Person treasure;
    private static String address;
    private static String phone;
    private static String signIn;
    private static String signUp;
    private static String message;
    private static String job;
    private static String clock;
    private static String anImport;
    private static String anExport;
    private static String endpoint;
    private static String event;
    private static String template;
    private static String redirect;
    private static String ticket;
    private static String actorToken;
    private static String invitation;
    private static String waiting;
    private static String allowed;
    private static String blocked;
    private static String passkey;
    private static String wallet;

    @BeforeAll
    static void twoInstances() {
        ours = withEveryIdentifier();
        theirs = withEveryIdentifier(); // what is switched off is refused for that alone
        victim = ours.browser();
        treasure = victim.signUp();
        address = victim.get("/v1/me").ok().text("/response/primary_email_address_id");
        phone = ours.backend()
                .post(
                        "/v1/phone_numbers",
                        Map.of("user_id", treasure.userId(), "phone_number", Tenant.freshPhone(), "verified", true))
                .ok()
                .text("/id");
        passkey = victim.post("/v1/me/passkeys").ok().text("/response/id");
        wallet = victim.post(
                        "/v1/me/web3_wallets",
                        "web3_wallet",
                        SoftWallet.solana().address())
                .ok()
                .text("/response/id");
        var visitor = ours.browser();
        signIn = visitor.post("/v1/client/sign_ins", "identifier", treasure.email())
                .ok()
                .text("/response/id");
        signUp = visitor.post("/v1/client/sign_ups", "email_address", Tenant.freshEmail())
                .ok()
                .text("/response/id");
        anImport =
                ours.backend().post("/v1/imports", Map.of("format", "csv")).ok().text("/id");
        anExport =
                ours.backend().post("/v1/exports", Map.of("format", "csv")).ok().text("/id");
        var hooks = new Hooks(ours);
        endpoint = hooks.post("/endpoint", Map.of("url", "https://example.invalid/"))
                .text("/id");
        event = hooks.post(
                        "/msg",
                        Map.of("eventType", "ours.alone", "channels", List.of("none"), "payload", Map.of("a", 1)))
                .text("/id");
        message = ours.backend()
                .get("/v1/messages?to_email_address=" + treasure.email())
                .ok()
                .text("/data/0/id");
        job = ours.backend().get("/v1/jobs?type=transfer.export").ok().text("/data/0/id");
        template = ours.backend()
                .post("/v1/jwt_templates", Map.of("name", "ours-alone", "claims", Map.of()))
                .ok()
                .text("/id");
        redirect = ours.backend()
                .post("/v1/redirect_urls", Map.of("url", "https://ours.test/"))
                .ok()
                .text("/id");
        ticket = ours.backend()
                .post("/v1/sign_in_tokens", Map.of("user_id", treasure.userId()))
                .ok()
                .text("/id");
        actorToken = ours.backend()
                .post("/v1/actor_tokens", Map.of("user_id", treasure.userId(), "actor", Map.of("sub", "staff")))
                .ok()
                .text("/id");
        invitation = ours.backend()
                .post("/v1/invitations", Map.of("email_address", Tenant.freshEmail()))
                .ok()
                .text("/id");
        waiting = ours.backend()
                .post("/v1/waitlist_entries", Map.of("email_address", Tenant.freshEmail()))
                .ok()
                .text("/id");
        allowed = ours.backend()
                .post("/v1/allowlist_identifiers", Map.of("identifier", "ours.example"))
                .ok()
                .text("/id");
        blocked = ours.backend()
                .post("/v1/blocklist_identifiers", Map.of("identifier", "ours.example"))
                .ok()
                .text("/id");
        clock = ours.backend().post("/v1/test_clocks", Map.of()).ok().text("/id");
        attacker = theirs.browser();
        attacker.signUp();
    }

    private static Tenant withEveryIdentifier() {
        return OPERATOR.configure(
                Phones.development(),
                Map.of(
                        "attributes",
                        Map.of("passkey", Map.of("enabled", true), "web3_wallet", Map.of("enabled", true))));
    }

    @AfterEach
    void theTreasureIsUntouched() {
        assertThat(ours.backend().get("/v1/users/" + treasure.userId()).ok().text("/email_addresses/0/email_address"))
                .isEqualTo(treasure.email());
        assertThat(ours.backend()
                        .get("/v1/sessions/" + treasure.sessionId())
                        .ok()
                        .text("/status"))
                .isEqualTo("active");
        assertThat(victim.token(treasure.sessionId())).isNotBlank();
    }

    static Stream<String> frontendOperations() {
        return Stream.of(
                "GET /v1/client/sessions/$session",
                "POST /v1/client/sessions/$session/tokens",
                "POST /v1/client/sessions/$session/tokens/$name",
                "POST /v1/client/sessions/$session/touch",
                "POST /v1/client/sessions/$session/end",
                "POST /v1/client/sessions/$session/remove",
                "POST /v1/me/sessions/$session/revoke",
                "POST /v1/client/sessions/$session/verify?level=first_factor",
                "POST /v1/client/sessions/$session/verify/prepare_first_factor?strategy=email_code",
                "POST /v1/client/sessions/$session/verify/attempt_first_factor?strategy=password&password=$password",
                "POST /v1/client/sessions/$session/verify/prepare_second_factor?strategy=phone_code",
                "POST /v1/client/sessions/$session/verify/attempt_second_factor?strategy=totp&code=123456",
                "GET /v1/client/sign_ins/$sign_in",
                "POST /v1/client/sign_ins/$sign_in/prepare_first_factor?strategy=email_code&email_address_id=$address",
                "POST /v1/client/sign_ins/$sign_in/attempt_first_factor?strategy=password&password=$password",
                "POST /v1/client/sign_ins/$sign_in/prepare_second_factor?strategy=email_code",
                "POST /v1/client/sign_ins/$sign_in/attempt_second_factor?strategy=totp&code=123456",
                "POST /v1/client/sign_ins/$sign_in/reset_password?password=another-Donkey-stapler-17",
                "GET /v1/client/sign_ups/$sign_up",
                "PATCH /v1/client/sign_ups/$sign_up?first_name=Eve",
                "POST /v1/client/sign_ups/$sign_up/prepare_verification?strategy=email_code",
                "POST /v1/client/sign_ups/$sign_up/attempt_verification?strategy=email_code&code=424242",
                "GET /v1/me/email_addresses/$address",
                "DELETE /v1/me/email_addresses/$address",
                "POST /v1/me/email_addresses/$address/prepare_verification?strategy=email_code",
                "POST /v1/me/email_addresses/$address/attempt_verification?code=424242",
                "GET /v1/me/passkeys/$passkey",
                "PATCH /v1/me/passkeys/$passkey?name=Eve",
                "DELETE /v1/me/passkeys/$passkey",
                "POST /v1/me/passkeys/$passkey/attempt_verification?public_key_credential={}",
                "GET /v1/me/web3_wallets/$wallet",
                "DELETE /v1/me/web3_wallets/$wallet",
                "POST /v1/me/web3_wallets/$wallet/prepare_verification?strategy=web3_solana_signature",
                "POST /v1/me/web3_wallets/$wallet/attempt_verification?signature=0x00",
                "PATCH /v1/me?primary_web3_wallet_id=$wallet",
                "PATCH /v1/me?primary_email_address_id=$address",
                "GET /v1/me/phone_numbers/$phone",
                "PATCH /v1/me/phone_numbers/$phone?reserved_for_second_factor=true",
                "DELETE /v1/me/phone_numbers/$phone",
                "POST /v1/me/phone_numbers/$phone/prepare_verification?strategy=phone_code",
                "POST /v1/me/phone_numbers/$phone/attempt_verification?code=424242",
                "PATCH /v1/me?primary_phone_number_id=$phone");
    }

    @ParameterizedTest
    @MethodSource("frontendOperations")
    void aBrowserOfTheOtherInstanceReachesNoneOfOurIds(String operation) {
        var answer = call(attacker, operation);
        assertThat(answer.status() + " " + answer.text("/errors/0/code"))
                .as(operation)
                .isIn("401 authentication_invalid", "404 resource_not_found", "404 passkey_not_registered");
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(treasure.email());
    }

    static Stream<String> backendOperations() {
        return Stream.of(
                "GET /v1/users/$user",
                "PATCH /v1/users/$user {\"first_name\":\"Eve\"}",
                "DELETE /v1/users/$user",
                "POST /v1/users/$user/ban {}",
                "POST /v1/users/$user/unban {}",
                "POST /v1/users/ban {\"user_ids\":[\"$user\"]}",
                "POST /v1/users/unban {\"user_ids\":[\"$user\"]}",
                "POST /v1/users/$user/lock {}",
                "POST /v1/users/$user/unlock {}",
                "POST /v1/users/$user/verify_password {\"password\":\"$password\"}",
                "POST /v1/users/$user/remove_password {}",
                "POST /v1/users/$user/password/set_compromised {}",
                "POST /v1/users/$user/password/unset_compromised {}",
                "DELETE /v1/users/$user/mfa",
                "DELETE /v1/users/$user/totp",
                "DELETE /v1/users/$user/backup_code",
                "GET /v1/users/$user/trusted_devices",
                "DELETE /v1/users/$user/trusted_devices/trd_000000000000000000000000000",
                "POST /v1/users/$user/verify_totp {\"code\":\"123456\"}",
                "DELETE /v1/users/$user/profile_image",
                "DELETE /v1/users/$user/passkeys/$passkey",
                "DELETE /v1/users/$user/web3_wallets/$wallet",
                "PUT /v1/users/$user/email_address {\"email_address\":\"eve@example.com\"}",
                "POST /v1/email_addresses {\"user_id\":\"$user\",\"email_address\":\"eve@example.com\"}",
                "GET /v1/email_addresses/$address",
                "PATCH /v1/email_addresses/$address {\"verified\":true}",
                "DELETE /v1/email_addresses/$address",
                "POST /v1/email_addresses/$address/prepare_verification {}",
                "POST /v1/email_addresses/$address/attempt_verification {\"verification_id\":\"ver_1\",\"code\":\"424242\"}",
                "PUT /v1/users/$user/phone_number {\"phone_number\":\"+12015550123\"}",
                "POST /v1/phone_numbers {\"user_id\":\"$user\",\"phone_number\":\"+12015550123\"}",
                "GET /v1/phone_numbers/$phone",
                "PATCH /v1/phone_numbers/$phone {\"verified\":true}",
                "DELETE /v1/phone_numbers/$phone",
                "POST /v1/phone_numbers/$phone/prepare_verification {}",
                "POST /v1/phone_numbers/$phone/attempt_verification {\"verification_id\":\"ver_1\",\"code\":\"424242\"}",
                "PATCH /v1/users/$user/metadata {\"public_metadata\":{\"owned\":true}}",
                "GET /v1/sessions/$session",
                "POST /v1/sessions/$session/revoke {}",
                "POST /v1/sessions/$session/tokens {}",
                "POST /v1/sessions/$session/tokens/$name {}",
                "GET /v1/jwt_templates/$template",
                "PATCH /v1/jwt_templates/$template {\"claims\":{}}",
                "DELETE /v1/jwt_templates/$template",
                "GET /v1/redirect_urls/$redirect",
                "DELETE /v1/redirect_urls/$redirect",
                "POST /v1/sign_in_tokens {\"user_id\":\"$user\"}",
                "POST /v1/sign_in_tokens/$ticket/revoke {}",
                "POST /v1/actor_tokens {\"user_id\":\"$user\",\"actor\":{\"sub\":\"eve\"}}",
                "POST /v1/actor_tokens/$actor/revoke {}",
                "POST /v1/invitations/$invitation/revoke {}",
                "DELETE /v1/waitlist_entries/$waiting",
                "POST /v1/waitlist_entries/$waiting/invite {}",
                "POST /v1/waitlist_entries/$waiting/reject {}",
                "DELETE /v1/allowlist_identifiers/$allowed",
                "DELETE /v1/blocklist_identifiers/$blocked",
                "GET /v1/sign_ups/$sign_up",
                "PATCH /v1/sign_ups/$sign_up {\"external_id\":\"eve\"}",
                "GET /v1/imports/$import",
                "GET /v1/imports/$import/report",
                "POST /v1/imports/$import/start {}",
                "POST /v1/imports/$import/cancel {}",
                "GET /v1/exports/$export",
                "GET /v1/exports/$export/file",
                "POST /v1/exports/$export/cancel {}",
                "POST /v1/sessions {\"user_id\":\"$user\"}",
                "GET /v1/messages/$message",
                "POST /v1/messages/$message/replay {}",
                "GET /v1/jobs/$job",
                "GET /v1/test_clocks/$clock",
                "POST /v1/test_clocks/$clock/advance {\"seconds\":1}",
                "DELETE /v1/test_clocks/$clock",
                "POST /v1/jobs/$job/replay {}",
                "POST /v1/jobs/$job/cancel {}",
                "GET /api/v1/app/$instance",
                "GET /api/v1/app/$instance/endpoint",
                "GET /api/v1/app/$other/endpoint/$endpoint",
                "PATCH /api/v1/app/$other/endpoint/$endpoint {\"disabled\":true}",
                "DELETE /api/v1/app/$other/endpoint/$endpoint",
                "GET /api/v1/app/$other/endpoint/$endpoint/secret",
                "POST /api/v1/app/$other/endpoint/$endpoint/secret/rotate {}",
                "GET /api/v1/app/$other/endpoint/$endpoint/headers",
                "PATCH /api/v1/app/$other/endpoint/$endpoint/headers {\"headers\":{\"a\":\"b\"}}",
                "GET /api/v1/app/$other/endpoint/$endpoint/stats",
                "GET /api/v1/app/$other/endpoint/$endpoint/msg",
                "POST /api/v1/app/$other/endpoint/$endpoint/send-example {\"eventType\":\"user.created\"}",
                "POST /api/v1/app/$other/endpoint/$endpoint/recover {\"since\":\"2020-01-01T00:00:00Z\"}",
                "POST /api/v1/app/$other/endpoint/$endpoint/replay-missing {\"since\":\"2020-01-01T00:00:00Z\"}",
                "POST /api/v1/app/$other/endpoint/$endpoint/bulk-replay {\"since\":\"2020-01-01T00:00:00Z\"}",
                "GET /api/v1/app/$other/attempt/endpoint/$endpoint",
                "GET /api/v1/app/$other/attempt/msg/$event",
                "GET /api/v1/app/$other/msg/$event",
                "GET /api/v1/app/$other/msg/$event/endpoint",
                "GET /api/v1/app/$other/msg/$event/attempt/atmpt_1",
                "POST /api/v1/app/$other/msg/$event/endpoint/$endpoint/resend {}",
                "POST /api/v1/auth/app-portal-access/$instance {}");
    }

    @ParameterizedTest
    @MethodSource("backendOperations")
    void aSecretKeyOfTheOtherInstanceReachesNoneOfOurIds(String operation) {
        var words = operation.split(" ", 3);
        var path = filled(words[1]);
        var body = words.length < 3 ? Map.<String, Object>of() : tree(filled(words[2]));
        var answer =
                switch (words[0]) {
                    case "GET" -> theirs.backend().get(path);
                    case "DELETE" -> theirs.backend().delete(path);
                    case "PATCH" -> theirs.backend().patch(path, body);
                    case "PUT" -> theirs.backend().put(path, body);
                    default -> theirs.backend().post(path, body);
                };
        assertThat(answer.status() + " " + answer.codes()).as(operation).isEqualTo("404 [resource_not_found]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users?user_id=$user",
                "/v1/users?email_address=$email",
                "/v1/users?query=$email",
                "/v1/sessions?user_id=$user",
                "/v1/sessions?client_id=$client"
            })
    void listsOfTheOtherInstanceShowNoneOfOurs(String query) {
        var path = filled(query);
        assertThat(theirs.backend().get(path).ok().json()).as(path).isEmpty();
        assertThat(ours.backend().get(path).ok().json())
                .as("the same with our key: %s", path)
                .isNotEmpty();
    }

    @Test
    void messagesOfTheOtherInstanceAreItsOwn() {
        assertThat(theirs.backend().codes(treasure.email())).isEmpty();
        assertThat(ours.backend().codes(treasure.email())).isNotEmpty();
    }

    @Test
    void ourDevBrowserIsUnknownThere() {
        var thief = theirs.browser().devBrowser(victim.devBrowser());
        assertNobody(thief);
    }

    @Test
    void ourClientCookieIsUnknownThere() {
        var thief = theirs.browser();
        thief.cookies().putAll(victim.cookies());
        assertNobody(thief);
        assertNobody(thief.devBrowser(null));
    }

    @Test
    void ourSessionTokenIsNoCredentialThere() {
        var thief = theirs.browser();
        var token = victim.token(treasure.sessionId());
        thief.cookies().putAll(Map.of("__session", token, "__client", token));
        assertNobody(thief.session(treasure.sessionId()));
    }

    @Test
    void ourNonceIsUnknownThere() {
        var nonce = HandshakeIT.nonce(victim.get(HandshakeIT.path("http://localhost:3000/") + "&format=nonce"));
        assertThat(theirs.backend()
                        .get("/v1/clients/handshake_payload?nonce=" + nonce)
                        .status())
                .isBetween(400, 404);
        ours.backend().get("/v1/clients/handshake_payload?nonce=" + nonce).ok();
    }

    @Test
    void theirKeysDoNotVerifyOurTokens() {
        var token = Jwt.of(victim.token(treasure.sessionId()));
        assertThat(token.signedBy(ours.backend().get("/v1/jwks").ok().json())).isTrue();
        assertThat(token.signedBy(theirs.backend().get("/v1/jwks").ok().json())).isFalse();
    }

    @Test
    void theSameAddressIsAnotherPersonThere() {
        var email = Tenant.freshEmail();
        var here = ours.browser().signUp(email);
        var there = theirs.browser().signUp(email);
        assertThat(there.userId()).isNotEqualTo(here.userId());
    }

    @Test
    void aLinkOfTheOthersMailOpensNothingHere() {
        var visitor = ours.browser();
        var path = "/v1/client/sign_ins/"
                + visitor.post("/v1/client/sign_ins", "identifier", treasure.email())
                        .ok()
                        .text("/response/id");
        visitor.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        "email_link",
                        "redirect_url",
                        "http://localhost:3000/verify")
                .ok();
        var link = ours.backend().link(treasure.email());
        theirs.browser()
                .follow(link.substring(link.indexOf("/v1/verify")))
                .refused(400, "verification_link_token_invalid");
    }

    @Test
    void anApplicationDoesNotReachTheOthersConfig() {
        var crossed =
                "/v1/platform/applications/" + theirs.applicationId() + "/instances/" + ours.instanceId() + "/config";
        OPERATOR.get(crossed).refused(404, "resource_not_found");
        OPERATOR.patch(crossed, Map.of("password", Map.of("min_length", 9))).refused(404, "resource_not_found");
    }

    private static void assertNobody(Browser thief) {
        thief.get("/v1/me").refused(401, thief.get("/v1/me").text("/errors/0/code"));
        thief.post("/v1/client/sessions/" + treasure.sessionId() + "/tokens");
        assertThat(thief.post("/v1/client/sessions/" + treasure.sessionId() + "/tokens")
                        .status())
                .isIn(401, 404);
        var client = thief.get("/v1/client");
        assertThat(client.status() == 401
                        || client.at("/response").isNull()
                        || client.at("/response/sessions").isEmpty())
                .as("sees no session: %s", client.json())
                .isTrue();
    }

    private static Answer call(Browser browser, String operation) {
        var words = operation.split(" ", 2);
        var parts = filled(words[1]).split("\\?", 2);
        var fields = new java.util.ArrayList<>();
        if (parts.length == 2) {
            for (var field : parts[1].split("&")) {
                fields.addAll(List.of(field.split("=", 2)));
            }
        }
        return switch (words[0]) {
            case "GET" -> browser.get(parts[0]);
            case "DELETE" -> browser.delete(parts[0]);
            case "PATCH" -> browser.patch(parts[0], fields.toArray());
            default -> browser.post(parts[0], fields.toArray());
        };
    }

    private static String filled(String text) {
        var client = victim.get("/v1/client").ok().text("/response/id");
        var values = new LinkedHashMap<String, String>();
        values.put("$instance", ours.instanceId());
        values.put("$other", theirs.instanceId());
        values.put("$endpoint", endpoint);
        values.put("$event", event);
        values.put("$sign_in", signIn);
        values.put("$sign_up", signUp);
        values.put("$import", anImport);
        values.put("$export", anExport);
        values.put("$message", message);
        values.put("$job", job);
        values.put("$clock", clock);
        values.put("$session", treasure.sessionId());
        values.put("$address", address);
        values.put("$phone", phone);
        values.put("$user", treasure.userId());
        values.put("$template", template);
        values.put("$redirect", redirect);
        values.put("$ticket", ticket);
        values.put("$actor", actorToken);
        values.put("$invitation", invitation);
        values.put("$waiting", waiting);
        values.put("$allowed", allowed);
        values.put("$blocked", blocked);
        values.put("$passkey", passkey);
        values.put("$wallet", wallet);
        values.put("$name", "ours-alone");
        values.put("$client", client);
        values.put("$email", treasure.email());
        values.put("$password", treasure.password());
        for (var value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(String json) {
        try {
            return Wire.JSON.readValue(json, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
