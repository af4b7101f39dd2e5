package dev.rollcall.client;

import java.util.Optional;

/** By what a caller was recognised, if at all. */
public sealed interface Identified {

    /** The client that was recognised. */
    Optional<ClientRef> client();

    /** By a dev browser that we know, which may not have a client yet. */
    record ByDevBrowser(Optional<ClientRef> client) implements Identified {}

    /** By the client's own token. A browser sends it along wherever a link may have come from. */
    record ByToken(ClientRef found) implements Identified {
        @Override
        public Optional<ClientRef> client() {
            return Optional.of(found);
        }
    }

    /** Not at all. */
    record Unknown() implements Identified {
        @Override
        public Optional<ClientRef> client() {
            return Optional.empty();
        }
    }
}
