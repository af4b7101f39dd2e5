package dev.rollcall.identifier;

import dev.rollcall.verification.VerificationView;
import java.util.List;
import java.util.Map;

/** An e-mail address as the wire shows it ({@code Client.EmailAddress}); times are epoch milliseconds. */
public record EmailAddressView(
        String id,
        String object,
        String emailAddress,
        boolean reserved,
        VerificationView verification,
        List<LinkView> linkedTo,
        boolean matchesSsoConnection,
        long createdAt,
        long updatedAt) {

    /** What else an identification belongs to, for example a social account. */
    public record LinkView(String type, String id) {}

    /** The address with the challenge that was sent for it, looked up among those given. */
    public static EmailAddressView of(Identified email, Map<String, VerificationView> verifications) {
        return new EmailAddressView(
                email.id(),
                "email_address",
                email.identifier(),
                email.reserved(),
                email.verificationId() == null ? null : verifications.get(email.verificationId()),
                List.of(),
                false,
                email.createdAt(),
                email.updatedAt());
    }
}
