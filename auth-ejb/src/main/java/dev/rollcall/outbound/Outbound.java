package dev.rollcall.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** Sends HTTP requests to other people's servers. Redirects are not followed, and a name is resolved once: the address that was checked is the one connected to. */
@ApplicationScoped
public class Outbound {

    /** Sends a request; no thread waits for the answer. Completes exceptionally with an {@link OutboundFailure}. */
    public CompletableFuture<OutboundAnswer> send(OutboundRequest request) {
        return CompletableFuture.failedFuture(new OutboundFailure("nothing is sent yet", false, null));
    }
}
