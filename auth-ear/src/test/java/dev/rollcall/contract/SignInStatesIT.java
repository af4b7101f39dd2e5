package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.SecondFactorsIT.Protected;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of a sign-in in every state of it, with an answer that would be right in another. */
@DisplayName("second factor skipped by calling an endpoint out of order")
class SignInStatesIT {

    private static final String NEW_PASSWORD = "another-Donkey-stapler-17";
    private static final Set<String> STATES = Set.of(
            "needs_identifier",
            "needs_first_factor",
            "needs_second_factor",
            "needs_client_trust",
            "needs_new_password",
            "complete");
    private static final Set<String> OPERATIONS = Set.of(
            "prepare_first_factor",
            "attempt_first_factor by password",
            "attempt_first_factor by code",
            "attempt_first_factor by totp",
            "attempt_first_factor by backup code",
            "prepare_second_factor",
            "attempt_second_factor by totp",
            "attempt_second_factor by backup code",
            "attempt_second_factor by code",
            "attempt_second_factor by password",
            "reset_password");

    /** What each state waits for; whatever is not here must be refused and change nothing. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "needs_identifier", Set.of(),
            "needs_first_factor", Set.of("prepare_first_factor", "attempt_first_factor by password"),
            "needs_second_factor", Set.of("attempt_second_factor by totp", "attempt_second_factor by backup code"),
            "needs_client_trust", Set.of("prepare_second_factor"),
            "needs_new_password", Set.of("reset_password"),
            "complete", Set.of());

    /** The step is not due, its strategy is not offered, or nothing was asked for: not that the answer is wrong. */
    private static final Set<String> NOT_NOW =
            Set.of("sign_in_step_not_allowed", "form_param_value_invalid", "verification_missing");

    private static Tenant app;

    private Browser browser;
    private Protected person;

    @BeforeAll
    static void anInstanceThatAsksForMuch() {
        var settings = new HashMap<String, Object>(Map.of("sign_in", Map.of("client_trust", true)));
        settings.put("attributes", Authenticator.ATTRIBUTES);
        var operator = Operator.platform();
        app = operator.configure(operator.development(), settings);
    }

    static Stream<Arguments> everyOperationInEveryState() {
        return STATES.stream()
                .sorted()
                .flatMap(state -> OPERATIONS.stream().sorted().map(operation -> Arguments.of(state, operation)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void everyOperationInEveryState(String state, String operation) {
        browser = app.browser();
        var before = reached(state);
        assertThat(before.text("/response/status")).isEqualTo(state);
        var path = "/v1/client/sign_ins/" + before.text("/response/id");

        var answer = operations(path).get(operation).get();

        var after = browser.get(path).ok();
        if (ALLOWED.get(state).contains(operation)) {
            answer.ok();
        } else {
            assertThat(answer.text("/errors/0/code"))
                    .as("%s in %s", operation, state)
                    .isIn(NOT_NOW);
            assertThat(after.text("/response/status")).isEqualTo(state);
            assertThat(after.text("/response/created_session_id"))
                    .isEqualTo(before.text("/response/created_session_id"));
        }
        boolean complete = after.text("/response/status").equals("complete");
        assertThat(after.at("/client/sessions").size())
                .as("session valid before the second factor")
                .isEqualTo(complete ? 1 : 0);
        if (!complete) {
            browser.get("/v1/me").refused(401, "authentication_invalid");
        }
    }

    private Answer reached(String state) {
        var needsSecond = Set.of("needs_second_factor", "needs_first_factor", "needs_new_password", "complete");
        person = needsSecond.contains(state)
                ? SecondFactorsIT.enrolled(app.browser())
                : new Protected(
                        app.browser().signUp(), Authenticator.of("GEZDGNBVGY3TQOJQ"), java.util.List.of("none"));
        return switch (state) {
            case "needs_identifier" -> browser.post("/v1/client/sign_ins").ok();
            case "needs_first_factor" ->
                browser.post("/v1/client/sign_ins", "identifier", email()).ok();
            case "needs_new_password" -> resetUntil();
            case "complete" ->
                SecondFactorsIT.second(
                                browser,
                                SecondFactorsIT.password(browser, person.person()),
                                "backup_code",
                                person.backupCodes().get(9))
                        .ok();
            default -> SecondFactorsIT.password(browser, person.person());
        };
    }

    private Answer resetUntil() {
        var begun = browser.post("/v1/client/sign_ins", "identifier", email(), "strategy", "reset_password_email_code")
                .ok();
        return browser.post(
                        "/v1/client/sign_ins/" + begun.text("/response/id") + "/attempt_first_factor",
                        "strategy",
                        "reset_password_email_code",
                        "code",
                        app.backend().code(email()))
                .ok();
    }

    private Map<String, Supplier<Answer>> operations(String path) {
        var operations = new LinkedHashMap<String, Supplier<Answer>>();
        var first = path + "/attempt_first_factor";
        var second = path + "/attempt_second_factor";
        var backup = person.backupCodes().get(0);
        operations.put(
                "prepare_first_factor", () -> browser.post(path + "/prepare_first_factor", "strategy", "email_code"));
        operations.put(
                "attempt_first_factor by password",
                () -> browser.post(
                        first,
                        "strategy",
                        "password",
                        "password",
                        person.person().password()));
        operations.put(
                "attempt_first_factor by code", () -> browser.post(first, "strategy", "email_code", "code", "424242"));
        operations.put(
                "attempt_first_factor by totp",
                () -> browser.post(
                        first, "strategy", "totp", "code", person.phone().code()));
        operations.put(
                "attempt_first_factor by backup code",
                () -> browser.post(first, "strategy", "backup_code", "code", backup));
        operations.put(
                "prepare_second_factor", () -> browser.post(path + "/prepare_second_factor", "strategy", "email_code"));
        operations.put(
                "attempt_second_factor by totp",
                () -> browser.post(
                        second, "strategy", "totp", "code", person.phone().code()));
        operations.put(
                "attempt_second_factor by backup code",
                () -> browser.post(second, "strategy", "backup_code", "code", backup));
        operations.put(
                "attempt_second_factor by code",
                () -> browser.post(second, "strategy", "email_code", "code", "424242"));
        operations.put(
                "attempt_second_factor by password",
                () -> browser.post(
                        second, "strategy", "password", "code", person.person().password()));
        operations.put("reset_password", () -> browser.post(path + "/reset_password", "password", NEW_PASSWORD));
        return operations;
    }

    private String email() {
        return person.person().email();
    }
}
