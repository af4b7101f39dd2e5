package dev.rollcall.token;

import dev.rollcall.data.Clock;
import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Forgets handshakes that nobody fetched in time. */
@ApplicationScoped
class ExpiredHandshakes extends Leftovers {

    @Inject
    private Clock clock;

    ExpiredHandshakes() {
        super("expired_handshakes", "handshake", "expire_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return Timestamp.from(clock.now());
    }
}
