package dev.rollcall.token;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets actor tokens whose time has been over for a while, used or not. */
@ApplicationScoped
class SpentActorTokens extends Leftovers {

    SpentActorTokens() {
        super("spent_actor_tokens", "actor_token", "expire_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("FLOWS", Duration.ofDays(7));
    }
}
