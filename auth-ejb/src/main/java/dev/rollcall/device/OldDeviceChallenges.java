package dev.rollcall.device;

import dev.rollcall.upkeep.Leftovers;
import dev.rollcall.upkeep.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;

/** Forgets challenges that no device has signed in time. */
@ApplicationScoped
class OldDeviceChallenges extends Leftovers {

    OldDeviceChallenges() {
        super("old_device_challenges", "device_challenge", "expire_at");
    }

    @Override
    protected Timestamp before(Retention kept) {
        return kept.cutoff("FLOWS", Duration.ofDays(7));
    }
}
