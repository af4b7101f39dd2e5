package dev.rollcall.frontend;

import dev.rollcall.factor.FactorView;
import dev.rollcall.reverification.ReverificationState;
import dev.rollcall.verification.VerificationView;
import java.util.List;

/** A reverification with its session, as the wire shows it ({@code Client.SessionReverification}). */
public record SessionReverificationView(
        String object,
        String status,
        String level,
        SessionView session,
        List<FactorView> supportedFirstFactors,
        List<FactorView> supportedSecondFactors,
        VerificationView firstFactorVerification,
        VerificationView secondFactorVerification) {

    static SessionReverificationView of(ReverificationState state, SessionView session) {
        return new SessionReverificationView(
                "session_reverification",
                state.status().wire(),
                state.level().wire(),
                session,
                state.supportedFirstFactors(),
                state.supportedSecondFactors(),
                state.firstFactorVerification(),
                state.secondFactorVerification());
    }
}
