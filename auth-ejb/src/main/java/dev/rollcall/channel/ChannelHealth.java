package dev.rollcall.channel;

import dev.rollcall.data.Clock;
import dev.rollcall.template.Medium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What this node has seen of the server's channels. A breaker shows itself only to those it turns away, so it counts as open from the
 * first letter that it turned away until the first that it let through.
 */
@ApplicationScoped
public class ChannelHealth {

    private static final Logger LOG = Logger.getLogger(ChannelHealth.class.getName());

    private final Map<Medium, ChannelState> states = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    @Inject
    private Destinations destinations;

    /** For the container. */
    public ChannelHealth() {
        for (var medium : Medium.values()) {
            states.put(medium, new ChannelState(medium.wire(), false, null, 0));
        }
    }

    /** The server's channels, one for each medium. */
    public List<ChannelState> states() {
        return List.of(states.get(Medium.EMAIL), states.get(Medium.SMS));
    }

    /** How many servers that instances have named are left alone for a while, because they failed several times in a row. */
    public long restingDestinations() {
        return destinations.resting();
    }

    boolean isOpen(Medium medium) {
        return states.get(medium).open();
    }

    /** The breaker turned a letter away. */
    void turnedAway(Medium medium) {
        if (!states.get(medium).open()) {
            LOG.log(Level.WARNING, "the circuit breaker of the {0} channel is open: messages wait", medium.wire());
        }
        states.computeIfPresent(
                medium,
                (m, now) -> new ChannelState(
                        now.name(), true, now.open() ? now.since() : clock.real(), now.postponed() + 1));
    }

    /** Too many letters were under way. */
    void full(Medium medium) {
        states.computeIfPresent(
                medium, (m, now) -> new ChannelState(now.name(), now.open(), now.since(), now.postponed() + 1));
    }

    /** The channel was asked, and answered. */
    void answered(Medium medium) {
        if (states.get(medium).open()) {
            LOG.log(Level.INFO, "the {0} channel works again", medium.wire());
            states.computeIfPresent(
                    medium, (m, now) -> new ChannelState(now.name(), false, clock.real(), now.postponed()));
        }
    }
}
