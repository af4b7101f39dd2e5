package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets in as many requests as the server can finish, and answers the others 503 before they cost anything. Token mints, sign-ins with
 * sign-ups, and everything else have a lane each, so that a flood or a hang in one leaves the others as they were.
 */
@ApplicationScoped
class Admission {

    /** Short, because whoever waits holds a thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many may be asked about at once before it is known which lane they belong to. */
    private static final int AT_THE_DOOR = 4;

    /** Files and pages that ask the database for nothing; a slow reader of theirs keeps nobody out. */
    private static final Pattern FREE = Pattern.compile("/(npm|assets)/.*|/v1/health");

    private static final Pattern MINT = Pattern.compile("/v1/client/sessions/[^/]+/tokens(/[^/]+)?");
    private static final Pattern FLOW = Pattern.compile("/v1/client/sign_(in|up)s(/.*)?");

    @Inject
    private ServerConfig config;

    @Inject
    private Meters meters;

    private Lane mints;
    private Lane flows;
    private Lane others;
    private Lane door;

    /** What a request goes through once it is in. */
    interface Inside {
        void run() throws IOException, ServletException;
    }

    @PostConstruct
    void open() {
        mints = lane("mints");
        flows = lane("flows");
        others = lane("others");
        door = new Lane("door", AT_THE_DOOR, config.number("ROLLCALL_REQUESTS_WAITING", 24), PATIENCE);
    }

    /** Asks the database what a path may mean, before a request has a lane: paths that mean nothing are made up faster than they are looked up. */
    <T> T ask(Supplier<T> question) {
        if (!door.enter()) {
            throw turnedAway(door);
        }
        try {
            return question.get();
        } finally {
            door.leave();
        }
    }

    /** Runs a request for this path in its lane, or refuses it where there is no room in time. */
    void admit(String path, Inside request) throws IOException, ServletException {
        var routed = RoutedPath.of(path);
        if (FREE.matcher(routed).matches()) {
            request.run();
            return;
        }
        enter(laneOf(routed), request);
    }

    private void enter(Lane lane, Inside request) throws IOException, ServletException {
        if (!lane.enter()) {
            throw turnedAway(lane);
        }
        try {
            request.run();
        } finally {
            lane.leave();
        }
    }

    private Refusal turnedAway(Lane lane) {
        meters.count(Metered.TURNED_AWAY, "lane", lane.name());
        return CommonProblem.SERVICE_UNAVAILABLE.refusal();
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
