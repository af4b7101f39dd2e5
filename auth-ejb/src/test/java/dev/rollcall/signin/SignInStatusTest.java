package dev.rollcall.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Refusal;
import dev.rollcall.signin.SignInStatus.Due;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInStatusTest {

    @ParameterizedTest(name = "{0} + {1} (due: {2}) -> {3}")
    @CsvSource({
        "NEEDS_IDENTIFIER,    IDENTIFIED,             NOTHING,       NEEDS_FIRST_FACTOR",
        "NEEDS_FIRST_FACTOR,  FIRST_FACTOR_VERIFIED,  NOTHING,       COMPLETE",
        "NEEDS_FIRST_FACTOR,  FIRST_FACTOR_VERIFIED,  SECOND_FACTOR, NEEDS_SECOND_FACTOR",
        "NEEDS_FIRST_FACTOR,  FIRST_FACTOR_VERIFIED,  CLIENT_TRUST,  NEEDS_CLIENT_TRUST",
        "NEEDS_SECOND_FACTOR, SECOND_FACTOR_VERIFIED, NOTHING,       COMPLETE",
        "NEEDS_CLIENT_TRUST,  CLIENT_TRUSTED,         NOTHING,       COMPLETE",
        "NEEDS_FIRST_FACTOR,  RESET_CODE_VERIFIED,    NOTHING,       NEEDS_NEW_PASSWORD",
        "NEEDS_NEW_PASSWORD,  PASSWORD_RESET,         NOTHING,       COMPLETE",
        "NEEDS_NEW_PASSWORD,  PASSWORD_RESET,         SECOND_FACTOR, NEEDS_SECOND_FACTOR",
        "NEEDS_FIRST_FACTOR,  TRANSFERRED,            NOTHING,       ABANDONED",
        "NEEDS_FIRST_FACTOR,  EXPIRED,                NOTHING,       ABANDONED",
        "NEEDS_SECOND_FACTOR, EXPIRED,                NOTHING,       ABANDONED",
        "COMPLETE,            EXPIRED,                NOTHING,       COMPLETE",
    })
    void movesToTheNextNeed(SignInStatus now, SignInStep step, Due due, SignInStatus next) {
        assertThat(now.after(step, due)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} refuses {1}")
    @CsvSource({
        "NEEDS_IDENTIFIER,    FIRST_FACTOR_VERIFIED",
        "NEEDS_IDENTIFIER,    SECOND_FACTOR_VERIFIED",
        "NEEDS_IDENTIFIER,    PASSWORD_RESET",
        "NEEDS_FIRST_FACTOR,  SECOND_FACTOR_VERIFIED",
        "NEEDS_FIRST_FACTOR,  CLIENT_TRUSTED",
        "NEEDS_FIRST_FACTOR,  PASSWORD_RESET",
        "NEEDS_SECOND_FACTOR, FIRST_FACTOR_VERIFIED",
        "NEEDS_SECOND_FACTOR, CLIENT_TRUSTED",
        "NEEDS_SECOND_FACTOR, PASSWORD_RESET",
        "NEEDS_CLIENT_TRUST,  SECOND_FACTOR_VERIFIED",
        "NEEDS_NEW_PASSWORD,  FIRST_FACTOR_VERIFIED",
        "NEEDS_NEW_PASSWORD,  SECOND_FACTOR_VERIFIED",
        "NEEDS_IDENTIFIER,    TRANSFERRED",
        "NEEDS_SECOND_FACTOR, TRANSFERRED",
        "COMPLETE,            TRANSFERRED",
        "ABANDONED,           TRANSFERRED",
        "COMPLETE,            FIRST_FACTOR_VERIFIED",
        "COMPLETE,            SECOND_FACTOR_VERIFIED",
        "COMPLETE,            PASSWORD_RESET",
        "ABANDONED,           FIRST_FACTOR_VERIFIED",
        "ABANDONED,           SECOND_FACTOR_VERIFIED",
        "ABANDONED,           PASSWORD_RESET",
    })
    void refusesAStepItIsNotWaitingFor(SignInStatus now, SignInStep step) {
        for (var due : Due.values()) {
            assertThatThrownBy(() -> now.after(step, due))
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problem())
                            .isEqualTo(SignInProblem.SIGN_IN_STEP_NOT_ALLOWED));
        }
    }
}
