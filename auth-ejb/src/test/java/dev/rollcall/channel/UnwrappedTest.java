package dev.rollcall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnwrappedTest {

    /** The breaker of a channel did not count failures that came wrapped, and never tripped. */
    @Test
    void aGuardSeesTheFailureItself() {
        var stage = CompletableFuture.supplyAsync(() -> {
            throw new ChannelTrouble("down");
        });
        var seen = new AtomicReference<Throwable>();
        Unwrapped.of(stage)
                .handle((value, failure) -> {
                    seen.set(failure);
                    return null;
                })
                .toCompletableFuture()
                .join();
        assertThat(seen.get()).isInstanceOf(ChannelTrouble.class);
    }
}
