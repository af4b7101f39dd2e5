package dev.rollcall.signup;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets sign-ups that have been over for a while, with whatever they hold of a person. */
@ApplicationScoped
class AbandonedSignUps extends Leftovers {

    AbandonedSignUps() {
        super("abandoned_sign_ups", "sign_up", "abandon_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("FLOWS", Duration.ofDays(7));
    }
}
