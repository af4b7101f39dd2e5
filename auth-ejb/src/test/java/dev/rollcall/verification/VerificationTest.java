package dev.rollcall.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Verification verification = Verification.challenge("ins_1", Strategy.EMAIL_CODE, 3, TEN_MINUTES, NOW);

    @Test
    void aRightAnswerIsVerifiedOnlyWithTheChangeItAllows() {
        assertThat(verification.answered(true, NOW)).isInstanceOf(Verdict.Verified.class);
        assertThat(verification.statusAt(NOW)).isEqualTo(VerificationStatus.UNVERIFIED);
        verification.verified(NOW);
        assertThat(verification.statusAt(NOW)).isEqualTo(VerificationStatus.VERIFIED);
        assertThat(verification.secretHash()).isNull();
    }

    @Test
    void guessingACodeEndsAfterTheLastAttempt() {
        assertRefused(verification.answered(false, NOW), VerificationProblem.FORM_CODE_INCORRECT);
        assertRefused(verification.answered(false, NOW), VerificationProblem.FORM_CODE_INCORRECT);
        assertRefused(verification.answered(false, NOW), VerificationProblem.VERIFICATION_FAILED);
        assertRefused(verification.answered(true, NOW), VerificationProblem.VERIFICATION_FAILED);
        assertThat(verification.attempts()).isEqualTo(3);
    }

    @Test
    void anExpiredCodeIsRefusedEvenIfRight() {
        var late = NOW.plus(TEN_MINUTES).plusMillis(1);
        assertRefused(verification.answered(true, late), VerificationProblem.VERIFICATION_EXPIRED);
    }

    @Test
    void aReplayedCodeIsRefused() {
        verification.answered(true, NOW);
        verification.verified(NOW);
        assertRefused(verification.answered(true, NOW), VerificationProblem.VERIFICATION_ALREADY_VERIFIED);
    }

    private static void assertRefused(Verdict verdict, VerificationProblem problem) {
        assertThat(verdict).isEqualTo(new Verdict.Refused(problem));
    }
}
