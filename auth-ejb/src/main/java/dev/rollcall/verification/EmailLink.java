package dev.rollcall.verification;

/**
 * A link that was sent by e-mail, and what became of it.
 *
 * @param verificationId the challenge that it is
 * @param flowId the sign-in, the sign-up or the identification that it belongs to
 * @param clientId where it was asked for
 * @param redirectUrl where a browser goes on that opens it
 */
public record EmailLink(
        String verificationId,
        VerificationStatus status,
        LinkFlow flow,
        String flowId,
        String clientId,
        String redirectUrl) {}
