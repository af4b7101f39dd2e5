package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Bounds how many requests wait for their peers at once, for a body to come or an answer to be taken: each holds a thread. One network has
 * a part of the places alone, so that it cannot take those of all others.
 */
@ApplicationScoped
class PeerWaits {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Networks share counts by chance, which is harmless to most and needs no memory of who was here. */
    private static final int COUNTS = 1024;

    @Inject
    private ServerConfig config;

    @Inject
    private Meters meters;

    private Lane all;
    private Lane[] byNetwork;

    /** A wait that is over when closed. */
    interface Wait extends AutoCloseable {

        @Override
        void close();
    }

    @PostConstruct
    void open() {
        int most = config.number("ROLLCALL_PEERS_WAITED_FOR", 64);
        all = new Lane("peers", most, 0, PATIENCE);
        byNetwork = Stream.generate(() -> new Lane("peers", Math.max(1, most / 4), most, PATIENCE))
                .limit(COUNTS)
                .toArray(Lane[]::new);
    }

    /** Begins to wait for a peer in this network; refuses where too many are waited for. */
    Wait enter(String network) {
        var own = byNetwork[Math.floorMod(network.hashCode(), COUNTS)];
        if (!own.enter()) {
            throw turnedAway();
        }
        if (!all.enter()) {
            own.leave();
            throw turnedAway();
        }
        return () -> {
            all.leave();
            own.leave();
        };
    }

    private RuntimeException turnedAway() {
        meters.count(Metered.TURNED_AWAY, "lane", "peers");
        return CommonProblem.SERVICE_UNAVAILABLE.refusal();
    }
}
