package dev.rollcall.channel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Stages that fail with what went wrong. A stage that follows another wraps it, and a guard then does not know it for a failure. */
final class Unwrapped {

    private Unwrapped() {}

    /** The same stage, failing with the cause itself. */
    static <T> CompletionStage<T> of(CompletionStage<T> stage) {
        var bare = new CompletableFuture<T>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                bare.complete(value);
            } else {
                bare.completeExceptionally(cause(failure));
            }
        });
        return bare;
    }

    /** What went wrong; null for null. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
