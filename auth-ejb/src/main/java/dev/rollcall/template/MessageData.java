package dev.rollcall.template;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.Clock;
import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import dev.rollcall.page.Payload;
import dev.rollcall.trace.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.Parser;

/** What every template may speak of: the application, its looks, the person, and the request that caused the message. */
@ApplicationScoped
class MessageData {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Parser agents = new Parser();

    @Inject
    private Clock clock;

    @Inject
    private ServerConfig config;

    /** For the container; tests use {@link #MessageData(Clock, ServerConfig)}. */
    MessageData() {}

    MessageData(Clock clock, ServerConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** All of it; {@code user} is what is known of the person, and what the caller gives wins over what we know. */
    JsonObject of(Instance instance, String address, Medium medium, JsonObject user, JsonObject given) {
        var data = Json.createObjectBuilder()
                .add("app", app(instance))
                .add("theme", theme(instance))
                .add("user", user)
                .add(medium == Medium.EMAIL ? "to_email_address" : "to_phone_number", address)
                .add("minutes", minutes(instance))
                .add("requested_at", MOMENT.format(clock.now()));
        Cause.current().filter(c -> !c.ip().isEmpty()).ifPresent(c -> data.add("requested_from", c.ip()));
        Cause.current()
                .map(c -> device(c.userAgent()))
                .filter(device -> !device.isEmpty())
                .ifPresent(device -> data.add("requested_by", device));
        given.forEach(data::add);
        return data.build();
    }

    /** The application as people know it. The host is the instance's own, never that of a request. */
    private JsonObject app(Instance instance) {
        var display = instance.settings().display();
        var url = display.homeUrl().isEmpty() ? instance.baseUrl() : display.homeUrl();
        return new Payload()
                .add("name", instance.shownName())
                .add("domain_name", domain(instance))
                .add("url", url)
                .add("logo_image_url", instance.logoImageUrl())
                .add("logo_url", display.logoLinkUrl())
                .add("support_email", display.supportEmail())
                .build();
    }

    private String domain(Instance instance) {
        return instance.domain() != null
                ? instance.domain()
                : Objects.requireNonNullElse(URI.create(config.publicUrl()).getHost(), "localhost");
    }

    private static JsonObject theme(Instance instance) {
        var theme = instance.settings().display().theme();
        return new Payload()
                .add("primary_color", theme.primaryColor())
                .add("button_text_color", theme.buttonTextColor())
                .add("show_clerk_branding", false)
                .build();
    }

    private static long minutes(Instance instance) {
        return Math.max(1, instance.settings().verification().codeLifetimeSeconds() / 60);
    }

    /** Browser and system, as in {@code Chrome, Mac OS X}; for people to recognise, for it can be forged. */
    private String device(String agent) {
        return Stream.of(agents.parseUserAgent(agent).family, agents.parseOS(agent).family)
                .filter(family -> family != null && !family.equals("Other"))
                .collect(Collectors.joining(", "));
    }
}
