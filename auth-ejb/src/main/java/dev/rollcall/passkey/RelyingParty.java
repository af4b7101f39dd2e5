package dev.rollcall.passkey;

import dev.rollcall.instance.Instance;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who passkeys are for (WebAuthn, 5.1.2): a production instance's are for its domain and the pages below it; those of development for the
 * host that the app runs on.
 *
 * @param id the RP id
 * @param origin of the one page whose answers are taken
 */
record RelyingParty(String id, String origin) {

    private static final String LOCAL = "localhost";
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*");

    /**
     * @param origin of the page that asks, which a production instance has allowed; empty for an app that is no page
     */
    static RelyingParty of(Instance instance, Optional<String> origin) {
        if (!instance.isDevelopment()) {
            return new RelyingParty(instance.domain(), origin.orElse("https://" + instance.domain()));
        }
        var host = origin.flatMap(RelyingParty::host)
                .filter(h -> !NUMERIC.matcher(h).matches());
        return new RelyingParty(host.orElse(LOCAL), origin.orElse("http://" + LOCAL));
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).map(h -> h.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
