package dev.rollcall.idempotency;

import dev.rollcall.data.Clock;
import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** Forgets answers that have been kept for their day. */
@ApplicationScoped
class OldIdempotencyKeys extends Leftovers {

    @Inject
    private Clock clock;

    OldIdempotencyKeys() {
        super("old_idempotency_keys", "idempotency", "created_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return Timestamp.from(clock.real().minus(IdempotencyService.KEPT));
    }
}
