package dev.rollcall.token;

import dev.rollcall.instance.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Set-Cookie lines in the order they are to be sent. Most cookies come with a twin, whose name ends in a suffix
 * of the publishable key, so that several instances get along on one host.
 */
final class Cookies {

    static final Duration YEAR = Duration.ofDays(365);

    private final List<String> lines = new ArrayList<>();
    private final String suffix;
    private final boolean secure;
    private Optional<String> domain = Optional.empty();

    Cookies(Instance instance, boolean secure) {
        this.suffix = instance.cookieSuffix();
        this.secure = secure;
    }

    /** The lines that follow are for this domain and all below it, as far as it is known; otherwise for the app's own host. */
    Cookies on(String newDomain) {
        domain = Optional.ofNullable(newDomain);
        return this;
    }

    /** A cookie and its twin, readable by scripts. */
    Cookies withTwin(String name, String value, Duration maxAge) {
        return single(name, value, maxAge).single(name + "_" + suffix, value, maxAge);
    }

    /** Deletes a cookie and its twin. */
    Cookies withoutTwin(String name) {
        return withTwin(name, "", Duration.ZERO);
    }

    /** A cookie without a twin, readable by scripts. */
    Cookies single(String name, String value, Duration maxAge) {
        lines.add(line(name, value, maxAge, ""));
        return this;
    }

    /** A cookie that exists as a twin alone and that no script can read. */
    Cookies hiddenTwin(String name, String value, Duration maxAge) {
        lines.add(line(name + "_" + suffix, value, maxAge, "; HttpOnly"));
        return this;
    }

    /** The lines, one cookie each. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private String line(String name, String value, Duration maxAge, String more) {
        var where = "; Path=/" + domain.map(d -> "; Domain=" + d).orElse("");
        return name + "=" + value + where + "; Max-Age=" + maxAge.toSeconds() + more + (secure ? "; Secure" : "")
                + "; SameSite=Lax";
    }
}
