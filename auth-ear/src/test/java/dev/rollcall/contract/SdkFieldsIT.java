package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every field that clerk-js 6 sends to an operation that we have is taken: what its resources send of themselves, what the parameters of its
 * methods allow, and what its newest release has added. One line each: who sends it, the operation, the fields, and what becomes of it.
 */
class SdkFieldsIT {

    /** Somebody who has neither begun to sign up nor to sign in. */
    private static final String NOBODY = """
            SignUp.create             | POST  /client/sign_ups | email_address={email}&password={password}&locale=en-US | 200
            SignUp.create, all of it  | POST  /client/sign_ups | email_address={email}&phone_number={phone}&username={name}&password={password}&first_name=Ada&last_name=King&unsafe_metadata={"a":1}&legal_accepted=true&locale=en-US&timezone=Europe/Berlin | 200
            SignUp.create, reset      | POST  /client/sign_ups | locale=en-US | 200
            SignUp.create, bot check  | POST  /client/sign_ups | email_address={email}&captcha_token=x&captcha_widget_type=smart&captcha_error= | 200
            SignUp.create, by text    | POST  /client/sign_ups | phone_number={phone}&strategy=phone_code&channel=sms&locale=en-US | 200
            SignUp.create, by code    | POST  /client/sign_ups | email_address={email}&strategy=email_code | 200
            SignUp.create, by link    | POST  /client/sign_ups | email_address={email}&strategy=email_link&redirect_url=http://localhost:3000/verify&action_complete_redirect_url=http://localhost:3000/ | 200
            SignUp.create, no target  | POST  /client/sign_ups | email_address={email}&strategy=email_link | 200
            SignUp.create, by wallet  | POST  /client/sign_ups | web3_wallet={wallet}&strategy=web3_metamask_signature | 200
            SignUp.create, either     | POST  /client/sign_ups | email_address_or_phone_number={phone}&strategy=phone_code | 200
            SignUpFuture.password     | POST  /client/sign_ups | strategy=password&email_address={email}&password={password}&first_name=Ada&last_name=King&unsafe_metadata={"a":1}&legal_accepted=true&locale=en-US&timezone=Europe/Berlin | 200
            SignUpFuture.password 2   | POST  /client/sign_ups | strategy=password&phone_number={phone}&username={name}&password={password} | 200
            SignUpFuture.web3         | POST  /client/sign_ups | web3_wallet={wallet}&unsafe_metadata={"a":1}&legal_accepted=true&first_name=Ada&last_name=King&locale=en-US | 200
            SignUpFuture.create, over | POST  /client/sign_ups | transfer=true&unsafe_metadata={"a":1}&locale=en-US | 400 account_transfer_invalid
            SignUpFuture.ticket       | POST  /client/sign_ups | strategy=ticket&ticket={invitation}&password={password}&first_name=Ada&last_name=King&unsafe_metadata={"a":1}&legal_accepted=true&locale=en-US | 200
            SignIn.create             | POST  /client/sign_ins | identifier={known_email}&locale=en-US&timezone=Europe/Berlin | 200
            SignIn.create, reset      | POST  /client/sign_ins | locale=en-US | 200
            SignIn.create, or sign up | POST  /client/sign_ins | identifier={email}&sign_up_if_missing=true&captcha_token=x&captcha_widget_type=smart&locale=en-US | 200
            SignIn.create, password   | POST  /client/sign_ins | strategy=password&identifier={known_email}&password={password}&locale=en-US | 200
            SignIn.create, by code    | POST  /client/sign_ins | strategy=email_code&identifier={known_email} | 200
            SignIn.create, by text    | POST  /client/sign_ins | strategy=phone_code&channel=sms&identifier={known_phone} | 200
            SignIn.create, by link    | POST  /client/sign_ins | strategy=email_link&identifier={known_email}&redirect_url=http://localhost:3000/verify | 200
            SignIn.create, no target  | POST  /client/sign_ins | strategy=email_link&identifier={known_email} | 200
            SignIn.create, by wallet  | POST  /client/sign_ins | strategy=web3_metamask_signature&identifier={known_wallet} | 200
            SignIn.create, forgotten  | POST  /client/sign_ins | strategy=reset_password_email_code&identifier={known_email} | 200
            SignIn.create, forgotten 2| POST  /client/sign_ins | strategy=reset_password_phone_code&identifier={known_phone} | 200
            SignIn.create, passkey    | POST  /client/sign_ins | strategy=passkey&locale=en-US | 200
            SignIn.create, transfer   | POST  /client/sign_ins | transfer=true&locale=en-US | 400 account_transfer_invalid
            SignInFuture.password     | POST  /client/sign_ins | identifier={known_email}&password={password}&locale=en-US&timezone=Europe/Berlin | 200
            SignInFuture.password ''  | POST  /client/sign_ins | identifier=&password={password} | 422 form_param_nil
            SignInFuture.ticket       | POST  /client/sign_ins | strategy=ticket&ticket={ticket}&locale=en-US | 200
            Client.create             | PUT   /client          | | 200
            Environment.fetch         | PATCH /environment     | | 200
            """;

    /** Somebody with a sign-up that lacks a password and has proved nothing. */
    private static final String SIGNING_UP = """
            SignUp.update             | PATCH {sign_up} | email_address={email}&phone_number={phone}&web3_wallet={wallet}&username={name}&first_name=Ada&last_name=King&unsafe_metadata={"a":1}&legal_accepted=true&locale=en-US | 200
            SignUp.upsert, by text    | PATCH {sign_up} | phone_number={phone}&strategy=phone_code&channel=sms | 200
            SignUpFuture.password     | PATCH {sign_up} | strategy=password&password={password}&first_name=Ada&last_name=King&unsafe_metadata={"a":1}&legal_accepted=true | 200
            SignUpFuture.sendEmailCode| POST  {sign_up}/prepare_verification | strategy=email_code | 200
            SignUpFuture.sendEmailLink| POST  {sign_up}/prepare_verification | strategy=email_link&redirect_url=http://localhost:3000/verify | 200
            SignUpFuture.sendPhoneCode| POST  {sign_up}/prepare_verification | strategy=phone_code&channel=sms | 200
            SignUpFuture.web3         | POST  {sign_up}/prepare_verification | strategy=web3_metamask_signature | 200
            SignUp.prepareWeb3Wallet… | POST  {sign_up}/prepare_verification | strategy=web3_metamask_signature&redirect_url=http://localhost:3000/&action_complete_redirect_url=http://localhost:3000/ | 200
            SignUp.attemptEmailAddr…  | POST  {sign_up_asked}/attempt_verification | strategy=email_code&code=000000 | 422 form_code_incorrect
            """;

    /** Somebody with a sign-in that waits for a first factor. */
    private static final String SIGNING_IN = """
            SignInFuture.sendEmailCode| POST  {sign_in}/prepare_first_factor | strategy=email_code&email_address_id={email_id} | 200
            SignInFuture.sendEmailLink| POST  {sign_in}/prepare_first_factor | strategy=email_link&email_address_id={email_id}&redirect_url=http://localhost:3000/verify | 200
            SignInFuture.sendPhoneCode| POST  {sign_in}/prepare_first_factor | strategy=phone_code&phone_number_id={phone_id}&channel=sms | 200
            SignIn.prepareFirstFactor | POST  {sign_in}/prepare_first_factor | strategy=phone_code&phone_number_id={phone_id}&default=&channel= | 200
            SignInFuture.web3         | POST  {sign_in}/prepare_first_factor | strategy=web3_metamask_signature&web3_wallet_id={wallet_id} | 200
            SignInFuture.reset…Email  | POST  {sign_in}/prepare_first_factor | strategy=reset_password_email_code&email_address_id={email_id} | 200
            SignInFuture.reset…Phone  | POST  {sign_in}/prepare_first_factor | strategy=reset_password_phone_code&phone_number_id={phone_id} | 200
            SignIn.attemptFirstFactor | POST  {sign_in}/attempt_first_factor | strategy=password&password={password} | 200
            SignIn.createEmailLinkFlow| POST  {sign_in}/prepare_first_factor | strategy=email_link&email_address_id={email_id}&redirect_url=http://localhost:3000/verify | 200
            """;

    /** Somebody who is signed in; the lines follow one another. */
    private static final String SIGNED_IN = """
            Session.touch             | POST  {session}/touch | active_organization_id=&intent=select_session | 200
            Session.getToken          | POST  {session}/tokens | organization_id=&tab_state=focused&token=x&force_origin=true | 200
            Session.startVerification | POST  {session}/verify | level=first_factor | 200
            Session.prepareFirst…     | POST  {session}/verify/prepare_first_factor | strategy=email_code&email_address_id={email_id} | 200
            Session.prepareFirst… 2   | POST  {session}/verify/prepare_first_factor | strategy=phone_code&phone_number_id={phone_id}&default=true | 200
            Session.attemptFirst…     | POST  {session}/verify/attempt_first_factor | strategy=password&password={password} | 200
            User.update               | PATCH /me | username={name}&first_name=Ada&last_name=King&primary_email_address_id={email_id}&primary_phone_number_id={phone_id}&primary_web3_wallet_id={wallet_id} | 200
            User.updateMetadata       | PATCH /me/metadata | unsafe_metadata={"a":1} | 200
            User.updatePassword       | POST  /me/change_password | new_password={new_password}&current_password={password}&sign_out_of_other_sessions=true | 200
            EmailAddress.create       | POST  /me/email_addresses | email_address={email} | 200
            EmailAddress.prepare…     | POST  /me/email_addresses/{made}/prepare_verification | strategy=email_code | 200
            EmailAddress.attempt…     | POST  /me/email_addresses/{made}/attempt_verification | code=000000 | 422 form_code_incorrect
            EmailAddress.…LinkFlow    | POST  /me/email_addresses/{made}/prepare_verification | strategy=email_link&redirect_url=http://localhost:3000/verify | 200
            PhoneNumber.create        | POST  /me/phone_numbers | phone_number={phone} | 200
            PhoneNumber.prepare…      | POST  /me/phone_numbers/{made}/prepare_verification | strategy=phone_code | 200
            PhoneNumber.attempt…      | POST  /me/phone_numbers/{made}/attempt_verification | code=000000 | 422 form_code_incorrect
            PhoneNumber.setReserved…  | PATCH /me/phone_numbers/{phone_id} | reserved_for_second_factor=true | 200
            PhoneNumber.makeDefault…  | PATCH /me/phone_numbers/{phone_id} | default_second_factor=true | 200
            Session.startVerif… 2     | POST  {session}/verify | level=second_factor | 200
            Session.prepareSecond…    | POST  {session}/verify/prepare_second_factor | strategy=phone_code&phone_number_id={phone_id} | 200
            Session.attemptSecond…    | POST  {session}/verify/attempt_second_factor | strategy=phone_code&code=000000 | 422 form_code_incorrect
            Web3Wallet.create         | POST  /me/web3_wallets | web3_wallet={wallet} | 200
            Web3Wallet.prepare…       | POST  /me/web3_wallets/{made}/prepare_verification | strategy=web3_metamask_signature&redirect_url=http://localhost:3000/&action_complete_redirect_url=http://localhost:3000/ | 200
            Web3Wallet.attempt…       | POST  /me/web3_wallets/{made}/attempt_verification | signature=0x00 | 422 form_incorrect_signature
            Passkey.create            | POST  /me/passkeys | | 200
            User.createTOTP           | POST  /me/totp | | 200
            User.verifyTOTP           | POST  /me/totp/attempt_verification | code=000000 | 422 form_code_incorrect
            User.createBackupCode     | POST  /me/backup_codes/ | | 200
            User.getSessions          | GET   /me/sessions/active | | 200
            User.removePassword       | POST  /me/remove_password | current_password={new_password} | 400 password_required
            Session.end               | POST  {session}/end | | 200
            """;

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)\\}");
    private static final String NEW_PASSWORD = "another-Donkey-stapler-17";

    private static Tenant app;
    private static Map<String, String> known;

    /** One line of a table. */
    private record Sent(String by, String method, String path, String fields, String outcome) {

        static List<Sent> read(String table) {
            return table.lines()
                    .map(line -> line.split("\\|"))
                    .map(cells -> {
                        var operation = cells[1].strip().split("\\s+", 2);
                        return new Sent(
                                cells[0].strip(), operation[0], operation[1], cells[2].strip(), cells[3].strip());
                    })
                    .toList();
        }

        /** What became of it: the status, and the error's code. */
        String sendFrom(Browser browser, Map<String, String> values) {
            var filled = new ArrayList<String>();
            for (var field : fields.isEmpty() ? new String[0] : fields.split("&")) {
                filled.add(field.substring(0, field.indexOf('=')));
                filled.add(fill(field.substring(field.indexOf('=') + 1), values));
            }
            var to = fill(path, values);
            var address = to.startsWith("/v1/") ? to : "/v1" + to;
            var answer =
                    switch (method) {
                        case "GET" -> browser.get(address);
                        case "PATCH" -> browser.patch(address, filled.toArray());
                        case "PUT" -> browser.put(address, filled.toArray());
                        default -> browser.post(address, filled.toArray());
                    };
            if (answer.text("/response/id") != null) {
                values.put("made", answer.text("/response/id"));
            }
            return (answer.status() + " " + String.join(" ", answer.codes())).strip();
        }

        @Override
        public String toString() {
            return by;
        }
    }

    @BeforeAll
    static void anInstanceWithEverything() {
        var attributes = new HashMap<String, Object>(Phones.attributes());
        attributes.put("username", Map.of("enabled", true));
        attributes.put("first_name", Map.of("enabled", true));
        attributes.put("last_name", Map.of("enabled", true));
        attributes.put(
                "passkey", Map.of("enabled", true, "used_for_first_factor", true, "first_factors", List.of("passkey")));
        attributes.put("web3_wallet", SoftWallet.attribute("web3_metamask_signature"));
        attributes.putAll(Authenticator.ATTRIBUTES);
        var operator = Operator.platform();
        app = operator.configure(operator.development(), Map.of("attributes", attributes));
        var second = Map.of("used_for_second_factor", true, "second_factors", List.of("phone_code"));
        operator.configure(app, Map.of("attributes", Map.of("phone_number", second)));
        known = person();
    }

    static Stream<Sent> fromNobody() {
        return Sent.read(NOBODY).stream();
    }

    static Stream<Sent> inASignUp() {
        return Sent.read(SIGNING_UP).stream();
    }

    static Stream<Sent> inASignIn() {
        return Sent.read(SIGNING_IN).stream();
    }

    @ParameterizedTest
    @MethodSource("fromNobody")
    void itIsTakenToBeginWith(Sent sent) {
        assertThat(sent.sendFrom(app.browser(), values())).isEqualTo(sent.outcome);
    }

    @ParameterizedTest
    @MethodSource("inASignUp")
    void itIsTakenInASignUp(Sent sent) {
        var browser = app.browser();
        var values = values();
        var begun = browser.post(
                        "/v1/client/sign_ups",
                        "email_address",
                        Tenant.freshEmail(),
                        "phone_number",
                        Tenant.freshPhone(),
                        "web3_wallet",
                        SoftWallet.ethereum().address())
                .ok();
        values.put("sign_up", "/v1/client/sign_ups/" + begun.text("/response/id"));
        if (sent.path.contains("asked")) {
            browser.post(values.get("sign_up") + "/prepare_verification", "strategy", "email_code")
                    .ok();
            values.put("sign_up_asked", values.get("sign_up"));
        }
        assertThat(sent.sendFrom(browser, values)).isEqualTo(sent.outcome);
    }

    @ParameterizedTest
    @MethodSource("inASignIn")
    void itIsTakenInASignIn(Sent sent) {
        var browser = app.browser();
        var begun = browser.post("/v1/client/sign_ins", "identifier", known.get("known_email"))
                .ok();
        var values = values();
        values.put("sign_in", "/v1/client/sign_ins/" + begun.text("/response/id"));
        assertThat(sent.sendFrom(browser, values)).isEqualTo(sent.outcome);
    }

    @Test
    void itIsTakenOfSomebodyWhoIsSignedIn() {
        var browser = app.browser();
        var values = values();
        values.putAll(person());
        var session = browser.signIn(values.get("known_email"), Browser.PASSWORD);
        values.put("session", "/v1/client/sessions/" + session);
        var outcomes = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        for (var sent : Sent.read(SIGNED_IN)) {
            wanted.add(sent.by + ": " + sent.outcome);
            outcomes.add(sent.by + ": " + sent.sendFrom(browser, values));
        }
        assertThat(outcomes).isEqualTo(wanted);
    }

    @Test
    void aNewPasswordIsTakenAfterTheCodeOfAReset() {
        var browser = app.browser();
        var email = person().get("known_email");
        var begun = browser.post("/v1/client/sign_ins", "strategy", "reset_password_email_code", "identifier", email)
                .ok();
        var path = "/v1/client/sign_ins/" + begun.text("/response/id");
        var code = app.backend().code(email);
        browser.post(path + "/attempt_first_factor", "code", code, "strategy", "reset_password_email_code")
                .ok();
        var done = browser.post(
                        path + "/reset_password", "password", NEW_PASSWORD, "sign_out_of_other_sessions", "true")
                .ok();
        assertThat(done.text("/response/status")).isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "patch"})
    void aStrategyBesideTheFieldsSendsWhatProvesThem(String how) {
        var browser = app.browser();
        var email = Tenant.freshEmail();
        var asked = how.equals("post")
                ? browser.post("/v1/client/sign_ups", "email_address", email, "strategy", "email_code")
                : browser.patch(
                        "/v1/client/sign_ups/"
                                + browser.post("/v1/client/sign_ups").ok().text("/response/id"),
                        "email_address",
                        email,
                        "strategy",
                        "email_code");
        assertThat(asked.ok().text("/response/verifications/email_address/status"))
                .isEqualTo("unverified");
        assertThat(asked.text("/response/verifications/email_address/next_action"))
                .isEqualTo("needs_attempt");
        assertThat(app.backend().codes(email)).hasSize(1);
    }

    @Test
    void aLinkIsSentAtOnceWhereItHasSomewhereToLead() {
        var email = Tenant.freshEmail();
        var page = "http://localhost:3000/verify";
        var asked = app.browser()
                .post("/v1/client/sign_ups", "email_address", email, "strategy", "email_link", "redirect_url", page)
                .ok();
        assertThat(asked.text("/response/verifications/email_address/strategy")).isEqualTo("email_link");
        assertThat(app.backend().links(email)).hasSize(1);
    }

    @Test
    void aPasswordBesideItsStrategyIsNotSentACode() {
        var browser = app.browser();
        var email = Tenant.freshEmail();
        var begun = browser.post(
                        "/v1/client/sign_ups",
                        "strategy",
                        "password",
                        "email_address",
                        email,
                        "password",
                        Browser.PASSWORD)
                .ok();
        assertThat(begun.at("/response/has_password").asBoolean()).isTrue();
        assertThat(app.backend().messages(email)).isEmpty();
    }

    @Test
    void aStrategyThatWeDoNotHaveIsRefusedByName() {
        app.browser()
                .post("/v1/client/sign_ups", "strategy", "oauth_google", "redirect_url", "http://localhost:3000/")
                .refused(422, "form_param_value_invalid", "strategy");
    }

    private static Map<String, String> values() {
        var values = new HashMap<String, String>(known);
        values.put("email", Tenant.freshEmail());
        values.put("phone", Tenant.freshPhone());
        values.put("wallet", SoftWallet.ethereum().address());
        values.put("name", "ada" + Tenant.freshPhone().substring(2));
        values.put("password", Browser.PASSWORD);
        values.put("new_password", NEW_PASSWORD);
        return values;
    }

    /** A user with everything that names one. */
    private static Map<String, String> person() {
        var email = Tenant.freshEmail();
        var phone = Tenant.freshPhone();
        var wallet = SoftWallet.ethereum().address();
        var user = app.backend()
                .createUser(email, Browser.PASSWORD, "phone_number", List.of(phone), "web3_wallet", List.of(wallet));
        return Map.of(
                "known_email",
                email,
                "known_phone",
                phone,
                "known_wallet",
                wallet,
                "email_id",
                user.text("/email_addresses/0/id"),
                "phone_id",
                user.text("/phone_numbers/0/id"),
                "wallet_id",
                user.text("/web3_wallets/0/id"),
                "user_id",
                user.text("/id"));
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> switch (place.group(1)) {
            case "ticket" -> ticket(values.get("user_id"));
            case "invitation" -> invitation();
            default -> values.get(place.group(1));
        });
    }

    private static String ticket(String userId) {
        return app.backend()
                .post("/v1/sign_in_tokens", Map.of("user_id", userId))
                .ok()
                .text("/token");
    }

    private static String invitation() {
        var url = app.backend()
                .post("/v1/invitations", Map.of("email_address", Tenant.freshEmail(), "notify", false))
                .ok()
                .text("/url");
        return url.replaceFirst(".*[?&](__clerk_)?ticket=([^&]+).*", "$2");
    }
}
