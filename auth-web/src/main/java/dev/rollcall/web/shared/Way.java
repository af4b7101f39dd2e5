package dev.rollcall.web.shared;

/** What lets a bounded number of requests in: a lane, or several that a request goes through in turn. */
interface Way {

    /** Whether the caller is in; whoever is leaves by {@link #leave}. */
    boolean enter();

    /** Makes room for another. */
    void leave();

    /** This one, and then that one; who finds no room there leaves here too. */
    default Way then(Way next) {
        var first = this;
        return new Way() {

            @Override
            public boolean enter() {
                if (!first.enter()) {
                    return false;
                }
                boolean in = false;
                try {
                    in = next.enter();
                } finally {
                    if (!in) {
                        first.leave();
                    }
                }
                return in;
            }

            @Override
            public void leave() {
                next.leave();
                first.leave();
            }
        };
    }
}
