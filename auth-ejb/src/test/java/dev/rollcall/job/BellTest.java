package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BellTest {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Bell bell = new Bell();

    @Test
    void whatRangWhileNobodyListenedIsNotLost() throws InterruptedException {
        bell.ring(NOON);
        bell.ring(NOON.minusSeconds(1));
        bell.ring(NOON.plusSeconds(1));
        assertThat(bell.await(LONG)).contains(NOON.minusSeconds(1));
    }

    @Test
    void wakesWhoSleeps() throws InterruptedException {
        var sleeper = CompletableFuture.supplyAsync(() -> {
            try {
                return bell.await(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!bell.isAwaited()) {
            Thread.sleep(1);
        }
        bell.ring(NOON);
        assertThat(sleeper.join()).contains(NOON);
    }

    @Test
    void anIdleWorkerIsWokenRatherThanABusyOne() throws InterruptedException {
        var signal = new JobSignal();
        var busy = new Bell();
        signal.join(Priority.URGENT, busy);
        signal.join(Priority.URGENT, bell);
        var sleeper = CompletableFuture.runAsync(() -> {
            try {
                bell.await(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (!bell.isAwaited()) {
            Thread.sleep(1);
        }
        signal.wake(Priority.URGENT, NOON);
        sleeper.join();
        assertThat(busy.await(Duration.ZERO)).isEmpty();
    }

    @Test
    void whereAllAreBusyAllHearOfIt() throws InterruptedException {
        var signal = new JobSignal();
        var other = new Bell();
        signal.join(Priority.LOW, bell);
        signal.join(Priority.LOW, other);
        signal.wake(Priority.LOW, NOON);
        assertThat(bell.await(Duration.ZERO)).contains(NOON);
        assertThat(other.await(Duration.ZERO)).contains(NOON);
    }
}
