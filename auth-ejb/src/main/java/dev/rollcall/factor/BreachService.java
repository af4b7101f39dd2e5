package dev.rollcall.factor;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.crypto.Secrets;
import dev.rollcall.outbound.Outbound;
import dev.rollcall.outbound.OutboundAnswer;
import dev.rollcall.outbound.OutboundRequest;
import dev.rollcall.outbound.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks a service by ranges, as Have I Been Pwned offers it: it is told the first five of forty digits of a password's SHA-1, and answers
 * with all that it knows to begin so. Which of these it was asked for, if any, it does not learn. Off unless
 * {@code ROLLCALL_BREACHED_PASSWORDS_URL} names one; without an answer in time a password counts as not known.
 */
@ApplicationScoped
class BreachService implements BreachedPasswords {

    private static final Logger LOG = Logger.getLogger(BreachService.class.getName());
    private static final String URL = "ROLLCALL_BREACHED_PASSWORDS_URL";
    private static final int PREFIX = 5;
    private static final int LONGEST_ANSWER = 200 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Inject
    private ServerConfig config;

    @Inject
    private Outbound outbound;

    @Override
    public boolean contain(String password) {
        return config.text(URL).map(url -> isKnown(url, Secrets.sha1(password))).orElse(false);
    }

    private boolean isKnown(String url, String digits) {
        var range = URI.create((url.endsWith("/") ? url : url + "/") + digits.substring(0, PREFIX));
        var asked = new OutboundRequest(
                "GET", range, Map.of("Add-Padding", "true"), null, TIMEOUT, Reach.ANYWHERE, LONGEST_ANSWER);
        return answer(asked)
                .filter(answer -> answer.status() == 200)
                .filter(answer -> lists(answer.body(), digits.substring(PREFIX)))
                .isPresent();
    }

    private Optional<OutboundAnswer> answer(OutboundRequest asked) {
        try {
            return Optional.of(outbound.send(asked).join());
        } catch (CompletionException e) {
            LOG.log(Level.WARNING, "the service that knows breached passwords has not answered", e.getCause());
            return Optional.empty();
        }
    }

    /** Lines of the other digits and how often they were seen; those never seen are there to hide how many there are. */
    static boolean lists(String body, String rest) {
        return body.lines()
                .map(String::strip)
                .anyMatch(line -> line.regionMatches(true, 0, rest + ":", 0, rest.length() + 1)
                        && !line.substring(rest.length() + 1).equals("0"));
    }
}
