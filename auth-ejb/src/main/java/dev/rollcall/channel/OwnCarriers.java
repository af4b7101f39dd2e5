package dev.rollcall.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The channels that instances have set for themselves. A breaker here would trip for all of them when one is dead: {@link Destinations}
 * keeps count of each instead.
 */
@ApplicationScoped
public class OwnCarriers {

    private static final int AT_ONCE = 32;

    /** Few: what waits here holds an urgent place in the queue, and a tenant's dead server is no reason to. */
    private static final int WAITING = 16;

    private static final int SECONDS = 30;

    /** Carries a letter. */
    @Asynchronous
    @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = WAITING)
    CompletionStage<Receipt> carry(Carrier carrier, Letter letter) {
        return Unwrapped.of(carrier.carry(letter));
    }
}
