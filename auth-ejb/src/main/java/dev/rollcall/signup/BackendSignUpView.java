package dev.rollcall.signup;

import jakarta.json.JsonObject;
import java.util.List;

/** A sign-up as the Backend API shows it ({@code SignUp}): without what only the SDK in the browser reads. */
public record BackendSignUpView(
        String object,
        String id,
        String status,
        List<String> requiredFields,
        List<String> optionalFields,
        List<String> missingFields,
        List<String> unverifiedFields,
        SignUpView.VerificationsView verifications,
        String username,
        String emailAddress,
        String phoneNumber,
        String web3Wallet,
        boolean passwordEnabled,
        String firstName,
        String lastName,
        JsonObject unsafeMetadata,
        JsonObject publicMetadata,
        boolean customAction,
        String externalId,
        String locale,
        String createdSessionId,
        String createdUserId,
        long abandonAt,
        Long legalAcceptedAt) {

    static BackendSignUpView of(SignUpView signUp) {
        return new BackendSignUpView(
                signUp.object(),
                signUp.id(),
                signUp.status(),
                signUp.requiredFields(),
                signUp.optionalFields(),
                signUp.missingFields(),
                signUp.unverifiedFields(),
                signUp.verifications(),
                signUp.username(),
                signUp.emailAddress(),
                signUp.phoneNumber(),
                signUp.web3Wallet(),
                signUp.passwordEnabled(),
                signUp.firstName(),
                signUp.lastName(),
                signUp.unsafeMetadata(),
                signUp.publicMetadata(),
                signUp.customAction(),
                signUp.externalId(),
                signUp.locale(),
                signUp.createdSessionId(),
                signUp.createdUserId(),
                signUp.abandonAt(),
                signUp.legalAcceptedAt());
    }
}
