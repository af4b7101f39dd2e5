package dev.rollcall.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The server's own channels, each behind its guards: so many letters at once, so long for each, and none for a while where most fail.
 * Nothing is tried twice here: that is the queue's affair. Each figure can be set by MicroProfile Config.
 */
@ApplicationScoped
public class ServerCarriers {

    private static final int AT_ONCE = 32;
    private static final int WAITING = 512;
    private static final int SECONDS = 30;
    private static final int LOOKED_AT = 10;
    private static final int PAUSE = 5;

    /** Carries an e-mail. */
    @Asynchronous
    @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = WAITING)
    @CircuitBreaker(
            failOn = {ChannelTrouble.class, TimeoutException.class},
            requestVolumeThreshold = LOOKED_AT,
            delay = PAUSE,
            delayUnit = ChronoUnit.SECONDS)
    CompletionStage<Receipt> email(Carrier carrier, Letter letter) {
        return Unwrapped.of(carrier.carry(letter));
    }

    /** Carries a text message. */
    @Asynchronous
    @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = WAITING)
    @CircuitBreaker(
            failOn = {ChannelTrouble.class, TimeoutException.class},
            requestVolumeThreshold = LOOKED_AT,
            delay = PAUSE,
            delayUnit = ChronoUnit.SECONDS)
    CompletionStage<Receipt> sms(Carrier carrier, Letter letter) {
        return Unwrapped.of(carrier.carry(letter));
    }
}
