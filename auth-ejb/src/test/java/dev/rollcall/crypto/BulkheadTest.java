package dev.rollcall.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BulkheadTest {

    @Test
    @Timeout(20)
    void whoComesWhenAllPlacesAreTakenIsSentAwayAtOnceAndNobodyElseIs() throws Exception {
        var bulkhead = new Bulkhead(2, 3);
        var release = new CountDownLatch(1);
        var served = new AtomicInteger();
        var threads = IntStream.range(0, 5)
                .mapToObj(i -> new Thread(() -> bulkhead.run(() -> {
                    await(release);
                    return served.incrementAndGet();
                })))
                .toList();
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait(); // two work, three wait
        }
        assertThat(bulkhead.run(() -> "sixth")).isEmpty();

        release.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(served).hasValue(5);
        assertThat(bulkhead.run(() -> "later")).contains("later");
    }

    @Test
    void aFailureGivesItsPlaceBack() {
        var bulkhead = new Bulkhead(1, 0);
        assertThatThrownBy(() -> bulkhead.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(bulkhead.run(() -> "next")).contains("next");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
