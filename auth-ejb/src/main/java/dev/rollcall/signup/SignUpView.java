package dev.rollcall.signup;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/** A sign-up as the wire shows it ({@code Client.SignUp}, with the fields that only the SDK reads); times are epoch milliseconds. */
public record SignUpView(
        String object,
        String id,
        String status,
        List<String> requiredFields,
        List<String> optionalFields,
        List<String> missingFields,
        List<String> unverifiedFields,
        VerificationsView verifications,
        String username,
        String emailAddress,
        String phoneNumber,
        String web3Wallet,
        boolean passwordEnabled,
        boolean hasPassword,
        String firstName,
        String lastName,
        JsonObject unsafeMetadata,
        JsonObject publicMetadata,
        boolean customAction,
        String externalId,
        JsonValue externalAccount,
        String locale,
        String createdSessionId,
        String createdUserId,
        long abandonAt,
        Long legalAcceptedAt) {

    /** The challenges of a sign-up, each null until it was sent. */
    public record VerificationsView(
            FieldVerificationView emailAddress,
            FieldVerificationView phoneNumber,
            FieldVerificationView web3Wallet,
            JsonValue externalAccount) {}

    /**
     * A challenge with what is to be done about it.
     *
     * @param nextAction {@code needs_prepare}, {@code needs_attempt} or the empty string
     */
    public record FieldVerificationView(
            String object,
            String status,
            String strategy,
            Integer attempts,
            Long expireAt,
            @JsonbNillable(false) String channel,
            @JsonbNillable(false) String nonce,
            @JsonbNillable(false) String message,
            String nextAction,
            List<String> supportedStrategies) {}
}
