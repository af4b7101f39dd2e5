package dev.rollcall.session;

import dev.rollcall.id.Prefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import ua_parser.Parser;

/**
 * Tells from a session's user agent what device it began on, for people to recognise it. Nothing may depend on it: it can be
 * forged.
 */
@ApplicationScoped
public class Devices {

    private static final Set<String> MOBILE_SYSTEMS =
            Set.of("iOS", "Android", "Windows Phone", "BlackBerry OS", "KaiOS", "Tizen");
    private static final String UNKNOWN = "Other";

    private final Parser parser = new Parser();

    private Places places;

    protected Devices() {} // for the container's proxy

    @Inject
    Devices(Places places) {
        this.places = places;
    }

    /** Where the session was last seen. */
    public SessionActivityView of(SessionFacts session) {
        var agent = session.userAgent() == null ? "" : session.userAgent();
        var system = known(parser.parseOS(agent).family);
        var browser = parser.parseUserAgent(agent);
        var place = places.of(session.ipAddress());
        return new SessionActivityView(
                "session_activity",
                Prefix.SESSION_ACTIVITY.text()
                        + session.id().substring(Prefix.SESSION.text().length()),
                device(agent, system),
                system != null && MOBILE_SYSTEMS.contains(system),
                known(browser.family),
                version(browser.major, browser.minor),
                session.ipAddress(),
                place.isKnown() ? place.city() : Place.words(session.ipAddress()),
                place.country());
    }

    /** The city that an address is in, where that is known. */
    Optional<String> city(String ip) {
        return Optional.ofNullable(places.of(ip).city());
    }

    /** What people may call the device of a user agent, for example {@code Chrome on Linux}; empty where there is nothing to say. */
    public Optional<String> name(String userAgent) {
        var browser = known(parser.parseUserAgent(userAgent).family);
        var system = known(parser.parseOS(userAgent).family);
        return Optional.ofNullable(browser == null || system == null ? browser : browser + " on " + system);
    }

    private String device(String agent, String system) {
        var device = known(parser.parseDevice(agent).family);
        return "Mac".equals(device) ? "Macintosh" : device != null ? device : system;
    }

    private static String known(String family) {
        return family == null || family.isBlank() || family.equals(UNKNOWN) ? null : family;
    }

    private static String version(String major, String minor) {
        return major == null ? null : minor == null ? major : major + "." + minor;
    }
}
