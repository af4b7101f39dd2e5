package dev.rollcall.platform;

import dev.rollcall.instance.PlatformTokens;
import dev.rollcall.upkeep.Routine;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The same for the one sealed thing that belongs to no instance: the token of a development server. */
@ApplicationScoped
class ResealedTokens implements Sweep {

    @Inject
    private PlatformTokens tokens;

    @Override
    public String name() {
        return "former_keys_of_tokens";
    }

    @Override
    public Routine routine() {
        return Routine.RESEALING;
    }

    @Override
    public boolean serverWide() {
        return true;
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return Math.min(tokens.reseal(), atMost - 1);
    }
}
