package dev.rollcall.token;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets sign-in tokens whose time has been over for a while, used or not. */
@ApplicationScoped
class SpentSignInTokens extends Leftovers {

    SpentSignInTokens() {
        super("spent_sign_in_tokens", "sign_in_token", "expire_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("FLOWS", Duration.ofDays(7));
    }
}
