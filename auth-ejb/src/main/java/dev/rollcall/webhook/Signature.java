package dev.rollcall.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request by the Standard Webhooks specification, under its own header names and under those of Svix. */
final class Signature {

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** The headers that prove where a body comes from: one signature for each secret. */
    static Map<String, String> headers(String id, Instant at, String body, List<String> secrets) {
        var timestamp = Long.toString(at.getEpochSecond());
        var content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        var signatures =
                secrets.stream().map(secret -> "v1," + sign(secret, content)).collect(Collectors.joining(" "));
        var headers = new LinkedHashMap<String, String>();
        for (var prefix : List.of("svix-", "webhook-")) {
            headers.put(prefix + "id", id);
            headers.put(prefix + "timestamp", timestamp);
            headers.put(prefix + "signature", signatures);
        }
        return headers;
    }

    private static String sign(String secret, byte[] content) {
        try {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
