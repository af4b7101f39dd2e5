package dev.rollcall.factor;

import java.util.List;

/**
 * An authenticator app as the wire shows it ({@code TOTP}); times are epoch milliseconds.
 *
 * @param secret shown once, when it is made; null afterwards, as is the {@code uri} that a QR code holds
 * @param backupCodes those that were made along with it; null where there were none to make
 */
public record TotpView(
        String object,
        String id,
        String secret,
        String uri,
        boolean verified,
        List<String> backupCodes,
        long createdAt,
        long updatedAt) {

    static TotpView of(AuthenticatorApp app, String secret, String uri, List<String> backupCodes) {
        return new TotpView(
                "totp",
                app.id(),
                secret,
                uri,
                app.verified(),
                backupCodes,
                app.createdAt().toEpochMilli(),
                app.updatedAt().toEpochMilli());
    }

    @Override
    public String toString() {
        return "TotpView[" + id + "]";
    }
}
