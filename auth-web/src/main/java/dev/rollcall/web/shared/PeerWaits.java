package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Bounds how many requests wait for their peers at once, for a body to come or an answer to be taken: each holds a thread. One site has a
 * part of the places alone, so that it cannot take those of all others.
 */
@ApplicationScoped
class PeerWaits {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    private ServerConfig config;

    @Inject
    private Meters meters;

    private Lane all;
    private Lane toCome;
    private LanesByNetwork bySite;

    /** A wait that is over when closed. */
    interface Wait extends AutoCloseable {

        @Override
        void close();
    }

    @PostConstruct
    void open() {
        int most = config.number("ROLLCALL_PEERS_WAITED_FOR", 128);
        all = new Lane("peers", most, 0, PATIENCE);
        toCome = new Lane("peers", 2 * most, 0, PATIENCE); // who waits for a place holds a thread, too
        bySite = new LanesByNetwork(() -> new Lane("peers", Math.max(1, most / 8), most / 4, PATIENCE));
    }

    /** Begins to wait for a peer of this site; refuses where too many are waited for. */
    Wait enter(String site) {
        var way = toCome.then(bySite.of(site)).then(all);
        if (!way.enter()) {
            meters.count(Metered.TURNED_AWAY, "lane", all.name());
            throw CommonProblem.SERVICE_UNAVAILABLE.refusal();
        }
        return way::leave;
    }
}
