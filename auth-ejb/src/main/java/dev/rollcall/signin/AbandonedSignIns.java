package dev.rollcall.signin;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets sign-ins that have been over for a while, finished or not. */
@ApplicationScoped
class AbandonedSignIns extends Leftovers {

    AbandonedSignIns() {
        super("abandoned_sign_ins", "sign_in", "abandon_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("FLOWS", Duration.ofDays(7));
    }
}
