package dev.rollcall.signin;

import dev.rollcall.factor.FactorView;
import dev.rollcall.verification.VerificationView;
import java.util.List;

/** A sign-in as the wire shows it ({@code Client.SignIn}); {@code abandonAt} is epoch milliseconds. */
public record SignInView(
        String object,
        String id,
        String status,
        List<String> supportedIdentifiers,
        List<FactorView> supportedFirstFactors,
        List<FactorView> supportedSecondFactors,
        VerificationView firstFactorVerification,
        VerificationView secondFactorVerification,
        String identifier,
        UserDataView userData,
        String createdSessionId,
        long abandonAt,
        String clientTrustState) {

    /** What the person sees of the account they are about to enter. */
    public record UserDataView(
            String firstName, String lastName, String imageUrl, boolean hasImage, String profileImageUrl) {}
}
