package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.data.DatabasePresence;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import dev.rollcall.meter.HeapGuard;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets in as many requests as the server can finish, and answers the others 503 before they cost anything. Token mints, sign-ins with
 * sign-ups, images, uploads, apps with their keys, operators, and everything else have a lane each, so that a flood or a hang in one
 * leaves the others as they were. A place is for work alone: bodies are read before it is taken ({@link Bodies}), and answers are sent
 * after it was left ({@link HeldAnswer}). Files are the exception, as they are read within; so one site has half of their places at most.
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

    @Inject
    private HeapGuard heap;

    @Inject
    private DatabasePresence database;

    private Lane mints;
    private Lane flows;
    private Lane images;
    private Lane uploads;
    private Lane uploadsToCome;
    private LanesByNetwork uploadsBySite;
    private Lane apps;
    private Lane operators;
    private Lane others;
    private Lane door;

    /** What a request goes through once it is in. */
    interface Inside {

        /** @param leave leaves the place before the end */
        void run(Runnable leave) throws IOException, ServletException;
    }

    @PostConstruct
    void open() {
        mints = lane("mints");
        flows = lane("flows");
        apps = lane("apps");
        others = lane("others");
        images = narrow("images");
        operators = narrow("operators");
        openUploads();
        door = new Lane("door", AT_THE_DOOR, config.number("ROLLCALL_REQUESTS_WAITING", 24), PATIENCE);
    }

    /** In three steps: into the room of all who upload, by the door of one's site, to a place. Together no more threads wait than in any lane. */
    private void openUploads() {
        int atOnce = narrowPlaces();
        int waiting = config.number("ROLLCALL_REQUESTS_WAITING", 24);
        var patience = PATIENCE.dividedBy(2); // for each of the two steps that wait
        uploadsToCome = new Lane("uploads", atOnce + waiting, 0, patience);
        uploadsBySite = new LanesByNetwork(() -> new Lane("uploads", Math.max(1, atOnce / 2), waiting / 2, patience));
        uploads = new Lane("uploads", atOnce, waiting, patience);
    }

    /**
     * Asks the database whom a request means, before it has a lane: names that mean nothing are made up faster than they are looked up, so few
     * are at once. What this node knows is answered without, or whoever comes with others would be refused for their number.
     */
    <T> T ask(boolean known, Supplier<T> question) {
        refuseWhileDatabaseIsAway();
        if (known) {
            return question.get();
        }
        if (!door.enter()) {
            throw turnedAway(door);
        }
        try {
            refuseWhileDatabaseIsAway();
            return question.get();
        } finally {
            door.leave();
        }
    }

    /**
     * Runs a request for this path in its lane, or refuses it where there is no room in time.
     *
     * @param routed the path as the router sees it
     * @param authorization what the request shows of itself
     * @param site whom the request counts as
     */
    void admit(String routed, String authorization, String site, Inside request) throws IOException, ServletException {
        if (FREE.matcher(routed).matches()) {
            request.run(() -> {});
            return;
        }
        refuseWhileDatabaseIsAway();
        var lane = laneOf(routed, authorization);
        var way = lane == uploads ? uploadsToCome.then(uploadsBySite.of(site)).then(uploads) : lane;
        if (heap.isFull() || !way.enter()) {
            throw turnedAway(lane);
        }
        var left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                way.leave();
            }
        };
        try {
            refuseWhileDatabaseIsAway(); // it may have gone while we waited
            request.run(leave);
        } finally {
            leave.run();
        }
    }

    /** A place in a lane is not for waiting on a database that does not answer. */
    private void refuseWhileDatabaseIsAway() {
        if (database.isAway()) {
            throw CommonProblem.SERVICE_UNAVAILABLE.refusal();
        }
    }

    private Refusal turnedAway(Lane lane) {
        meters.count(Metered.TURNED_AWAY, "lane", lane.name());
        return CommonProblem.SERVICE_UNAVAILABLE.refusal();
    }

    private Lane laneOf(String path, String authorization) {
        if (MINT.matcher(path).matches()) {
            return mints;
        }
        if (FLOW.matcher(path).matches()) {
            return flows;
        }
        if (path.startsWith("/v1/images/")) {
            return images;
        }
        if (Bodies.isFile(path)) {
            return uploads;
        }
        if (path.startsWith("/v1/platform/")) {
            return operators;
        }
        return Bearer.token(authorization).filter(key -> key.startsWith("sk_")).isPresent() ? apps : others;
    }

    private Lane lane(String name) {
        return lane(name, config.number("ROLLCALL_REQUESTS_AT_ONCE", 16));
    }

    /** For what is rarer, or larger. */
    private Lane narrow(String name) {
        return lane(name, narrowPlaces());
    }

    private int narrowPlaces() {
        return Math.max(1, config.number("ROLLCALL_REQUESTS_AT_ONCE", 16) / 4);
    }

    private Lane lane(String name, int atOnce) {
        return new Lane(name, atOnce, config.number("ROLLCALL_REQUESTS_WAITING", 24), PATIENCE);
    }
}
