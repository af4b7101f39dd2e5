package dev.rollcall.verification;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbNillable;

/**
 * A verification as the wire shows it ({@code Stubs.Verification.*}).
 *
 * @param expireAt epoch milliseconds; null where nothing was challenged
 * @param verifiedAtClient the client that followed a link
 * @param channel how a code was sent to a phone ({@code sms}, {@code whatsapp})
 * @param nonce what is to be signed, or a passkey's options as JSON
 * @param message the text that a wallet is to sign
 * @param trustedDeviceChallenge what a trusted device is to sign
 */
public record VerificationView(
        String object,
        String status,
        String strategy,
        Integer attempts,
        Long expireAt,
        @JsonbNillable(false) String verifiedAtClient,
        @JsonbNillable(false) String channel,
        @JsonbNillable(false) String nonce,
        @JsonbNillable(false) String message,
        @JsonbNillable(false) JsonObject trustedDeviceChallenge) {

    static VerificationView of(String object, String status, String strategy, Integer attempts, Long expireAt) {
        return new VerificationView(object, status, strategy, attempts, expireAt, null, null, null, null, null);
    }

    /** The same of somebody who has proved what nobody has: a sign-up may go on from there. */
    public VerificationView transferable() {
        return new VerificationView(
                object,
                "transferable",
                strategy,
                attempts,
                expireAt,
                verifiedAtClient,
                channel,
                nonce,
                message,
                trustedDeviceChallenge);
    }

    /** The same without what was to be signed. */
    public VerificationView withoutChallenge() {
        return new VerificationView(
                object, status, strategy, attempts, expireAt, verifiedAtClient, channel, null, null, null);
    }
}
