package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People prove that a wallet is theirs, and sign in by it; a signature that was given for anything else is worth nothing. */
class WalletsIT {

    private static final Operator OPERATOR = Operator.platform();
    private static final String METAMASK = "web3_metamask_signature";
    private static final Map<String, ?> ON = SoftWallet.attribute(
            METAMASK,
            "web3_base_signature",
            "web3_coinbase_wallet_signature",
            "web3_okx_wallet_signature",
            "web3_solana_signature");

    private static Tenant app;

    @BeforeAll
    static void anInstanceWithWallets() {
        app = OPERATOR.configure(OPERATOR.development(), Map.of("attributes", Map.of("web3_wallet", ON)));
    }

    @Test
    void aWalletIsAddedProvedAndTakenAway() {
        var browser = app.browser();
        var person = browser.signUp();
        var wallet = SoftWallet.ethereum();
        var made = browser.post(
                        "/v1/me/web3_wallets", "web3_wallet", wallet.address().toUpperCase(java.util.Locale.ROOT))
                .ok();
        assertThat(made.text("/response/web3_wallet")).isEqualTo(wallet.address());
        assertThat(made.at("/response/verification").isNull()).isTrue();
        var path = "/v1/me/web3_wallets/" + made.text("/response/id");
        browser.post(path + "/attempt_verification", "signature", "0x00").refused(400, "verification_missing");

        var asked = browser.post(path + "/prepare_verification", "strategy", METAMASK)
                .ok();
        var message = asked.text("/response/verification/message");
        assertThat(message)
                .startsWith("localhost:3000 wants you to sign in with your Ethereum account:\n")
                .contains("Nonce: " + asked.text("/response/verification/nonce"));
        var proved = browser.post(path + "/attempt_verification", "signature", wallet.sign(message))
                .ok();
        assertThat(proved.text("/response/verification/status")).isEqualTo("verified");
        assertThat(proved.text("/response/verification/strategy")).isEqualTo(METAMASK);
        browser.post(path + "/prepare_verification", "strategy", METAMASK)
                .refused(400, "verification_already_verified");

        var me = browser.get("/v1/me").ok();
        assertThat(me.text("/response/primary_web3_wallet_id")).isEqualTo(made.text("/response/id"));
        assertThat(browser.get("/v1/me/web3_wallets").ok().at("/0/web3_wallet").asText())
                .isEqualTo(wallet.address());
        assertThat(browser.get(path).ok().text("/response/object")).isEqualTo("web3_wallet");
        assertThat(app.backend()
                        .get("/v1/audit_events?target_id=" + made.text("/response/id"))
                        .ok()
                        .json()
                        .findValuesAsText("action"))
                .contains("web3_wallet.created", "web3_wallet.verified");
        assertThat(app.backend()
                        .get("/v1/users?web3_wallet=" + wallet.address())
                        .ok()
                        .at("/0/id")
                        .asText())
                .isEqualTo(person.userId());
        browser.delete(path).ok();
        assertThat(browser.get("/v1/me")
                        .ok()
                        .at("/response/primary_web3_wallet_id")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                METAMASK,
                "web3_base_signature",
                "web3_coinbase_wallet_signature",
                "web3_okx_wallet_signature",
                "web3_solana_signature"
            })
    void itsOwnerSignsIn(String strategy) {
        var wallet = strategy.contains("solana") ? SoftWallet.solana() : SoftWallet.ethereum();
        var id = user(wallet);
        var browser = app.browser();
        var signIn = browser.post("/v1/client/sign_ins", "identifier", wallet.address())
                .ok();
        var factor = StreamSupport.stream(
                        signIn.at("/response/supported_first_factors").spliterator(), false)
                .filter(f -> f.path("strategy").asText().equals(strategy))
                .findFirst()
                .orElseThrow();
        assertThat(factor.path("safe_identifier").asText()).isEqualTo(wallet.address());
        var path = "/v1/client/sign_ins/" + signIn.text("/response/id");
        var asked = browser.post(
                        path + "/prepare_first_factor",
                        "strategy",
                        strategy,
                        "web3_wallet_id",
                        factor.path("web3_wallet_id").asText())
                .ok();
        var message = asked.text("/response/first_factor_verification/message");
        assertThat(message).contains("\n" + (strategy.contains("solana") ? wallet.address() : "0x"));

        var done = browser.post(path + "/attempt_first_factor", "strategy", strategy, "signature", wallet.sign(message))
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        assertThat(browser.get("/v1/me").ok().text("/response/id")).isEqualTo(id);
    }

    @Test
    void aNewcomerSignsUpByNothingButAWallet() {
        var open = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of(
                                "web3_wallet",
                                ON,
                                "email_address",
                                Map.of("required", false),
                                "password",
                                Map.of("required", false))));
        var browser = open.browser();
        var wallet = SoftWallet.ethereum();
        var begun = browser.post("/v1/client/sign_ups", "web3_wallet", wallet.address())
                .ok();
        assertThat(begun.at("/response/unverified_fields/0").asText()).isEqualTo("web3_wallet");
        var path = "/v1/client/sign_ups/" + begun.text("/response/id");
        browser.post(path + "/prepare_verification", "strategy", "web3_solana_signature")
                .refused(422, "form_param_value_invalid", "strategy");
        var asked = browser.post(path + "/prepare_verification", "strategy", METAMASK)
                .ok();
        var message = asked.text("/response/verifications/web3_wallet/message");
        browser.post(
                        path + "/attempt_verification",
                        "strategy",
                        METAMASK,
                        "signature",
                        SoftWallet.ethereum().sign(message))
                .refused(422, "form_incorrect_signature", "signature");

        var done = browser.post(path + "/attempt_verification", "strategy", METAMASK, "signature", wallet.sign(message))
                .ok();

        assertThat(done.text("/response/status")).isEqualTo("complete");
        var me = browser.get("/v1/me").ok();
        assertThat(me.text("/response/web3_wallets/0/web3_wallet")).isEqualTo(wallet.address());
        assertThat(me.text("/response/primary_web3_wallet_id")).isEqualTo(me.text("/response/web3_wallets/0/id"));
        open.browser()
                .post("/v1/client/sign_ups", "web3_wallet", wallet.address())
                .refused(422, "form_identifier_exists", "web3_wallet");
    }

    @Test
    void aProofThatIsSwappedForAnotherWallet() {
        var browser = app.browser();
        var mine = SoftWallet.ethereum();
        var begun = browser.post("/v1/client/sign_ups", "web3_wallet", mine.address())
                .ok();
        var path = "/v1/client/sign_ups/" + begun.text("/response/id");
        var asked = browser.post(path + "/prepare_verification", "strategy", METAMASK)
                .ok();
        var signature = mine.sign(asked.text("/response/verifications/web3_wallet/message"));
        browser.patch(path, "web3_wallet", SoftWallet.ethereum().address()).ok();
        browser.post(path + "/attempt_verification", "strategy", METAMASK, "signature", signature)
                .refused(400, "verification_missing");
    }

    /** Addresses of wallets are public, and user names may be as long. */
    @Test
    void aUserNameInThePlaceOfAnothersWallet() {
        var shared = OPERATOR.configure(
                OPERATOR.development(),
                Map.of(
                        "attributes",
                        Map.of("web3_wallet", ON, "username", Map.of("enabled", true, "used_for_first_factor", true))));
        var wallet = SoftWallet.ethereum();
        shared.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD, "username", wallet.address());
        shared.backend().createUser(Tenant.freshEmail(), Browser.PASSWORD, "web3_wallet", List.of(wallet.address()));

        var signIn = shared.browser()
                .post("/v1/client/sign_ins", "identifier", wallet.address())
                .ok();
        assertThat(signIn.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .contains(METAMASK);
    }

    @Test
    void aWalletThatNobodyHas() {
        app.browser()
                .post("/v1/client/sign_ins", "identifier", SoftWallet.ethereum().address())
                .refused(422, "form_identifier_not_found", "identifier");
    }

    @Test
    void aSignatureOfAnotherWallet() {
        var attempt = new Attempt();
        attempt.with(SoftWallet.ethereum().sign(attempt.message)).refused(422, "form_incorrect_signature", "signature");
    }

    @Test
    void aSignatureThatWasGivenToAnotherDomain() {
        var attempt = new Attempt();
        var elsewhere = attempt.message.replace("localhost:3000", "evil.test");
        attempt.with(attempt.wallet.sign(elsewhere)).refused(422, "form_incorrect_signature", "signature");
    }

    @Test
    void aSignatureThatAnotherPageAskedFor() {
        var attempt = new Attempt();
        var elsewhere = new Attempt(app.browser().origin("http://evil.test"), attempt.wallet);
        assertThat(elsewhere.message).startsWith("evil.test wants you");
        attempt.with(attempt.wallet.sign(elsewhere.message)).refused(422, "form_incorrect_signature", "signature");
    }

    @Test
    void aReplayedSignature() {
        var first = new Attempt();
        var signature = first.wallet.sign(first.message);
        assertThat(first.with(signature).ok().text("/response/status")).isEqualTo("complete");
        first.with(signature).refused(400, "sign_in_step_not_allowed");
        new Attempt(app.browser(), first.wallet).with(signature).refused(422, "form_incorrect_signature", "signature");
    }

    @Test
    void aSignatureWithAHighS() {
        var attempt = new Attempt();
        var wallet = (SoftWallet.Ethereum) attempt.wallet;
        attempt.with(wallet.signWithHighS(attempt.message)).refused(422, "form_incorrect_signature", "signature");
        assertThat(attempt.with(wallet.sign(attempt.message)).ok().text("/response/status"))
                .isEqualTo("complete");
    }

    @Test
    void aMessageIsAnsweredWronglyOnlySoOften() {
        var attempt = new Attempt();
        attempt.with("0x00").refused(422, "form_incorrect_signature");
        attempt.with("").refused(422, "form_param_nil");
        attempt.with("0x01").refused(422, "form_incorrect_signature");
        attempt.with("0x02").refused(400, "verification_failed");
        attempt.with(attempt.wallet.sign(attempt.message)).refused(400, "verification_failed");
    }

    @Test
    void aWalletThatIsTaken() {
        var wallet = SoftWallet.ethereum();
        user(wallet);
        var browser = app.browser();
        browser.signUp();
        browser.post("/v1/me/web3_wallets", "web3_wallet", wallet.address())
                .refused(422, "form_identifier_exists", "web3_wallet");
    }

    @Test
    void whatIsNoWallet() {
        var browser = app.browser();
        browser.signUp();
        browser.post("/v1/me/web3_wallets", "web3_wallet", "0x1234")
                .refused(422, "form_param_format_invalid", "web3_wallet");
        var solana = SoftWallet.solana();
        var id = browser.post("/v1/me/web3_wallets", "web3_wallet", solana.address())
                .ok()
                .text("/response/id");
        browser.post("/v1/me/web3_wallets/" + id + "/prepare_verification", "strategy", METAMASK)
                .refused(422, "form_param_value_invalid", "strategy");
    }

    @Test
    void anAppsServerKeepsWalletsToo() {
        var one = SoftWallet.ethereum();
        var two = SoftWallet.solana();
        var user = app.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "web3_wallet",
                                List.of(one.address(), two.address()),
                                "skip_user_requirement",
                                true,
                                "skip_password_requirement",
                                true))
                .ok();
        assertThat(user.at("/web3_wallets")).hasSize(2);
        var first = user.text("/web3_wallets/0/id");
        var second = user.text("/web3_wallets/1/id");
        assertThat(user.text("/primary_web3_wallet_id")).isEqualTo(first);
        assertThat(user.text("/web3_wallets/0/verification/strategy")).isEqualTo("admin");
        var path = "/v1/users/" + user.text("/id");
        assertThat(app.backend()
                        .patch(path, Map.of("primary_web3_wallet_id", second))
                        .ok()
                        .text("/primary_web3_wallet_id"))
                .isEqualTo(second);
        app.backend().delete(path + "/web3_wallets/" + second).ok();
        assertThat(app.backend().get(path).ok().text("/primary_web3_wallet_id")).isEqualTo(first);
        app.backend().delete(path + "/web3_wallets/" + first).refused(400, "identification_deletion_failed");
        app.backend().delete(path + "/web3_wallets/" + second).refused(404, "resource_not_found");
    }

    @Test
    void whoHasAWalletIsNotToBeLearned() {
        var silent = OPERATOR.configure(
                OPERATOR.development(),
                Map.of("attributes", Map.of("web3_wallet", ON), "protection", Map.of("enumeration_protection", true)));
        var known = SoftWallet.ethereum();
        silent.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "web3_wallet",
                                List.of(known.address()),
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "skip_password_requirement",
                                true))
                .ok();
        var unknown = SoftWallet.ethereum();
        var one = new Attempt(silent.browser(), known);
        var other = new Attempt(silent.browser(), unknown);
        assertThat(one.signIn.at("/response/supported_first_factors").findValuesAsText("strategy"))
                .isEqualTo(other.signIn.at("/response/supported_first_factors").findValuesAsText("strategy"));
        one.with("0x00").refused(422, "form_incorrect_signature");
        other.with("0x00").refused(422, "form_incorrect_signature");
        other.with(unknown.sign(other.message)).refused(422, "form_incorrect_signature");
        assertThat(one.with(known.sign(one.message)).ok().text("/response/status"))
                .isEqualTo("complete");
    }

    /** A sign-in that waits for the signature of a message. */
    private static final class Attempt {

        private final Browser browser;
        private final SoftWallet wallet;
        private final Answer signIn;
        private final String message;

        Attempt() {
            this(app.browser(), known());
        }

        Attempt(Browser browser, SoftWallet wallet) {
            this.browser = browser;
            this.wallet = wallet;
            signIn = browser.post("/v1/client/sign_ins", "identifier", wallet.address())
                    .ok();
            message = browser.post(path() + "/prepare_first_factor", "strategy", METAMASK)
                    .ok()
                    .text("/response/first_factor_verification/message");
        }

        Answer with(String signature) {
            return browser.post(path() + "/attempt_first_factor", "strategy", METAMASK, "signature", signature);
        }

        private String path() {
            return "/v1/client/sign_ins/" + signIn.text("/response/id");
        }
    }

    private static SoftWallet known() {
        var wallet = SoftWallet.ethereum();
        user(wallet);
        return wallet;
    }

    private static String user(SoftWallet wallet) {
        return app.backend()
                .post(
                        "/v1/users",
                        Map.of(
                                "web3_wallet",
                                List.of(wallet.address()),
                                "email_address",
                                List.of(Tenant.freshEmail()),
                                "skip_password_requirement",
                                true))
                .ok()
                .text("/id");
    }
}
