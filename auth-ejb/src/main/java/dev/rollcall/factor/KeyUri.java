package dev.rollcall.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The {@code otpauth://} URI that authenticator apps read out of a QR code (Key Uri Format). */
final class KeyUri {

    private KeyUri() {}

    /** @param account what the app shows beside the code; null for nothing */
    static String of(String issuer, String account, String secret) {
        var name = encoded(issuer);
        return "otpauth://totp/" + name + ":" + encoded(account == null ? "" : account) + "?algorithm=SHA1&digits="
                + Totp.DIGITS + "&issuer=" + name + "&period=" + Totp.PERIOD_SECONDS + "&secret=" + secret;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
