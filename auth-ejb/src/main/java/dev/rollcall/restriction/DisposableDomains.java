package dev.rollcall.restriction;

import dev.rollcall.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The domains of mailboxes that are thrown away: those of a list that comes along, those of {@code ROLLCALL_DISPOSABLE_DOMAINS}, and not
 * those that stand there behind a {@code !}.
 */
@ApplicationScoped
class DisposableDomains {

    @Inject
    private ServerConfig config;

    private volatile Set<String> domains;

    /** For the container; tests use {@link #DisposableDomains(ServerConfig)}. */
    DisposableDomains() {}

    DisposableDomains(ServerConfig config) {
        this.config = config;
    }

    /** Whether the address is at one of them, or below one. */
    boolean contain(String emailAddress) {
        var known = all();
        return Mailbox.address(emailAddress).domains().stream().anyMatch(known::contains);
    }

    private Set<String> all() {
        var known = domains;
        if (known == null) {
            known = read();
            domains = known; // reading it twice at once does no harm
        }
        return known;
    }

    private Set<String> read() {
        var all = new HashSet<String>();
        shipped().lines().filter(line -> !line.startsWith("#")).forEach(all::add);
        config.text("ROLLCALL_DISPOSABLE_DOMAINS").stream()
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .forEach(domain -> {
                    if (domain.startsWith("!")) {
                        all.remove(Mailbox.ascii(domain.substring(1)));
                    } else {
                        all.add(Mailbox.ascii(domain));
                    }
                });
        return Collections.unmodifiableSet(all);
    }

    private static String shipped() {
        try (var file = DisposableDomains.class.getResourceAsStream("disposable-domains.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
