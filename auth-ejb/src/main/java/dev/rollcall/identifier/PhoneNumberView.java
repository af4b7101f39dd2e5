package dev.rollcall.identifier;

import dev.rollcall.identifier.EmailAddressView.LinkView;
import dev.rollcall.verification.VerificationView;
import java.util.List;
import java.util.Map;

/**
 * A phone number as the wire shows it ({@code Client.PhoneNumber}); times are epoch milliseconds.
 *
 * @param backupCodes codes that were made because the number is the first second factor, shown this once; else null
 */
public record PhoneNumberView(
        String id,
        String object,
        String phoneNumber,
        boolean reservedForSecondFactor,
        boolean defaultSecondFactor,
        boolean reserved,
        VerificationView verification,
        List<LinkView> linkedTo,
        List<String> backupCodes,
        long createdAt,
        long updatedAt) {

    /** The number with the challenge that was sent for it, looked up among those given. */
    public static PhoneNumberView of(Identified phone, Map<String, VerificationView> verifications) {
        return new PhoneNumberView(
                phone.id(),
                "phone_number",
                phone.identifier(),
                phone.reservedForSecondFactor(),
                phone.defaultSecondFactor(),
                phone.reserved(),
                phone.verificationId() == null ? null : verifications.get(phone.verificationId()),
                List.of(),
                null,
                phone.createdAt(),
                phone.updatedAt());
    }

    /** The same with codes that are shown this once. */
    public PhoneNumberView with(List<String> newBackupCodes) {
        return new PhoneNumberView(
                id,
                object,
                phoneNumber,
                reservedForSecondFactor,
                defaultSecondFactor,
                reserved,
                verification,
                linkedTo,
                List.copyOf(newBackupCodes),
                createdAt,
                updatedAt);
    }

    /** It may hold codes: they are never printed. */
    @Override
    public String toString() {
        return "PhoneNumberView[" + id + "]";
    }
}
