package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Has answers leave on even beats after their questions came, where nobody may learn who has an account: how much work an answer took does
 * not show in when it comes. Work that misses a beat waits for the next one. Whoever waits keeps their place in the lane.
 */
@Provider
@Priority(Integer.MIN_VALUE) // after all other filters: what follows is the same for everybody
public class EvenPace implements ContainerResponseFilter {

    private static final String CAME_AT = EvenPace.class.getName();
    private static final Pattern TELLING =
            Pattern.compile("/v1/(client/sign_(in|up)s|me/(email_addresses|phone_numbers))(/.*)?");

    /** Nobody is looked for before these. Whoever makes a thousand of them a second must not hold the places of others meanwhile. */
    private static final Set<Integer> TELLS_NOTHING = Set.of(401, 429, 503);

    @Inject
    private ServerConfig config;

    @Inject
    private CurrentInstance instance;

    @Inject
    private HttpServletRequest current;

    /** Notes that the request has come. */
    static void came(HttpServletRequest request) {
        request.setAttribute(CAME_AT, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!TELLS_NOTHING.contains(response.getStatus())
                && TELLING.matcher(RoutedPath.of(request.getUriInfo())).matches()
                && current.getAttribute(CAME_AT) instanceof Long cameAt
                && instance.find()
                        .filter(i -> i.settings().protection().enumerationProtection())
                        .isPresent()) {
            long beat = TimeUnit.MILLISECONDS.toNanos(config.number("ROLLCALL_ANSWER_BEAT", 100));
            pause(untilBeat(System.nanoTime() - cameAt, beat));
        }
    }

    /** How long it is to the next beat, in nanoseconds; a beat of 0 is none. */
    static long untilBeat(long elapsed, long beat) {
        return beat == 0 ? 0 : beat - elapsed % beat;
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is stopping
        }
    }
}
