package dev.rollcall.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        var remembered = new Remembered<>(Duration.ofHours(1), 0, asked::incrementAndGet);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(1);
    }

    @Test
    void whatIsStaleIsAskedForAnew() {
        var remembered = new Remembered<>(Duration.ZERO, 0, asked::incrementAndGet);

        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void aFloodOfQuestionsWhileTheAnswerHangs() throws Exception {
        var hangs = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var remembered = new Remembered<>(Duration.ZERO, "unknown", () -> {
            begun.countDown();
            await(hangs);
            return "known";
        });
        var first = CompletableFuture.supplyAsync(remembered::get);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        for (int n = 0; n < 1000; n++) {
            assertThat(remembered.get()).isEqualTo("unknown");
        }
        hangs.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("known");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
