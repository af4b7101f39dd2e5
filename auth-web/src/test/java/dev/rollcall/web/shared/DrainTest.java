package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Told to stop: first not ready, and the end comes later. */
class DrainTest {

    private final Drain drain = new Drain();

    @Test
    void aStopThatClosedThePortWhileTrafficStillCame() throws IOException {
        var stopped = new CompletableFuture<Boolean>();
        try (var signal = new StopSignal(end -> drain.hold(Duration.ofMillis(1), () -> stopped.complete(true)))) {
            terminateOurselves(); // were it not held, this JVM would end here
            assertThat(stopped.join()).isTrue();
        }
        assertThat(drain.isUnderWay()).isTrue();
    }

    @Test
    void whoIsToldAgainHurries() throws InterruptedException {
        var ended = new AtomicBoolean();
        var end = new CountDownLatch(1);
        var holding = new Thread(() -> drain.hold(Duration.ofHours(1), () -> {
            ended.set(true);
            end.countDown();
        }));
        holding.start();
        while (!drain.isUnderWay()) {
            Thread.onSpinWait();
        }
        assertThat(ended).isFalse();
        drain.hold(Duration.ofHours(1), () -> ended.set(false));
        end.await();
        holding.join();
        assertThat(ended).isTrue();
    }

    private static void terminateOurselves() throws IOException {
        new ProcessBuilder(
                        "kill", "-TERM", String.valueOf(ProcessHandle.current().pid()))
                .start();
    }
}
