package dev.rollcall.reverification;

import dev.rollcall.factor.FactorView;
import dev.rollcall.verification.VerificationView;
import java.util.List;

/** How a reverification stands; the lists are null where nothing of the kind is asked for. */
public record ReverificationState(
        String sessionId,
        ReverificationStatus status,
        ReverificationLevel level,
        List<FactorView> supportedFirstFactors,
        List<FactorView> supportedSecondFactors,
        VerificationView firstFactorVerification,
        VerificationView secondFactorVerification) {}
