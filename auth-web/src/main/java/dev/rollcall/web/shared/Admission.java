package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Lets in as many requests as the server can finish, and answers the others 503 before they cost anything. Token mints, sign-ins with
 * sign-ups, and everything else have a lane each, so that a flood or a hang in one leaves the others as they were.
 */
@ApplicationScoped
class Admission {

    /** Short, because whoever waits holds a thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Files and pages that ask the database for nothing; a slow reader of theirs keeps nobody out. */
    private static final Pattern FREE = Pattern.compile("/(npm|assets)/.*|/v1/(health|proxy-health)");

    private static final Pattern MINT = Pattern.compile("/v1/client/sessions/[^/]+/tokens(/[^/]+)?/?");
    private static final Pattern FLOW = Pattern.compile("/v1/client/sign_(in|up)s(/.*)?");

    @Inject
    private ServerConfig config;

    @Inject
    private Meters meters;

    private Lane mints;
    private Lane flows;
    private Lane others;

    /** What a request goes through once it is in. */
    interface Inside {
        void run() throws IOException, ServletException;
    }

    @PostConstruct
    void open() {
        mints = lane("mints");
        flows = lane("flows");
        others = lane("others");
    }

    /** Runs a request for this path in its lane, or refuses it where there is no room in time. */
    void admit(String path, Inside request) throws IOException, ServletException {
        if (FREE.matcher(path).matches()) {
            request.run();
            return;
        }
        var lane = laneOf(path);
        if (!lane.enter()) {
            meters.count(Metered.TURNED_AWAY, "lane", lane.name());
            throw CommonProblem.SERVICE_UNAVAILABLE.refusal();
        }
        try {
            request.run();
        } finally {
            lane.leave();
        }
    }

    private Lane laneOf(String path) {
        if (MINT.matcher(path).matches()) {
            return mints;
        }
        return FLOW.matcher(path).matches() ? flows : others;
    }

    private Lane lane(String name) {
        return new Lane(
                name,
                config.number("ROLLCALL_REQUESTS_AT_ONCE", 16),
                config.number("ROLLCALL_REQUESTS_WAITING", 24),
                PATIENCE);
    }
}
