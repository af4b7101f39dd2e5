package dev.rollcall.web.shared;

import dev.rollcall.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The time between being told to stop and closing the ports. This node is not ready any more but answers everybody, until the proxies
 * before it have noticed and send their requests elsewhere; without it, those that are on their way meet a closed port.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class.getName());

    /** Less than the ten seconds that container engines wait by default before they kill. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    @Inject
    private ServerConfig config;

    private final CountDownLatch hurry = new CountDownLatch(1);
    private StopSignal signal;
    private volatile boolean underWay;

    /** Whether this node was told to stop, by whatever means. */
    public boolean isUnderWay() {
        return underWay;
    }

    void begin(@Observes Startup event) {
        var length = config.duration("ROLLCALL_DRAIN", config.isDevelopment() ? Duration.ZERO : USUAL);
        if (length.isZero() || length.isNegative()) {
            return;
        }
        try {
            signal = new StopSignal(goOn -> hold(length, goOn));
        } catch (IllegalStateException e) {
            LOG.log(
                    Level.WARNING,
                    "This node stops without draining (ROLLCALL_DRAIN): SIGTERM cannot be held here.",
                    e);
        }
    }

    void end(@Observes Shutdown event) {
        underWay = true;
        if (signal != null) {
            signal.close();
        }
    }

    /** Goes on to the end after so long, or as soon as it is told a second time. */
    void hold(Duration length, Runnable goOn) {
        if (underWay) {
            hurry.countDown();
            return;
        }
        underWay = true;
        LOG.info(() -> "Told to stop: not ready from now on, and the ports close in " + length.toSeconds()
                + " s, or when told again.");
        try {
            if (hurry.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Told again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        goOn.run();
    }
}
