package dev.rollcall.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInStatusTest {

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "NEEDS_IDENTIFIER,   IDENTIFIED,            NEEDS_FIRST_FACTOR",
        "NEEDS_FIRST_FACTOR, FIRST_FACTOR_VERIFIED, COMPLETE",
        "NEEDS_FIRST_FACTOR, RESET_CODE_VERIFIED,   NEEDS_NEW_PASSWORD",
        "NEEDS_NEW_PASSWORD, PASSWORD_RESET,        COMPLETE",
        "NEEDS_FIRST_FACTOR, EXPIRED,               ABANDONED",
        "COMPLETE,           EXPIRED,               COMPLETE",
    })
    void movesToTheNextNeed(SignInStatus now, SignInStep step, SignInStatus next) {
        assertThat(now.after(step)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} refuses {1}")
    @CsvSource({
        "NEEDS_IDENTIFIER,   FIRST_FACTOR_VERIFIED",
        "NEEDS_IDENTIFIER,   PASSWORD_RESET",
        "NEEDS_FIRST_FACTOR, PASSWORD_RESET",
        "NEEDS_NEW_PASSWORD, FIRST_FACTOR_VERIFIED",
        "COMPLETE,           FIRST_FACTOR_VERIFIED",
        "COMPLETE,           PASSWORD_RESET",
        "ABANDONED,          FIRST_FACTOR_VERIFIED",
        "ABANDONED,          PASSWORD_RESET",
    })
    void refusesAStepItIsNotWaitingFor(SignInStatus now, SignInStep step) {
        assertThatThrownBy(() -> now.after(step)).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                .isEqualTo(SignInProblem.SIGN_IN_STEP_NOT_ALLOWED));
    }
}
