package dev.rollcall.platform;

import dev.rollcall.instance.InstanceService;
import dev.rollcall.key.KeyRotation;
import dev.rollcall.upkeep.Routine;
import dev.rollcall.upkeep.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Replaces the signing keys whose time has come, where an instance's settings ask for it, and drops those long retired. */
@ApplicationScoped
class DueSigningKeys implements Sweep {

    @Inject
    private InstanceService instances;

    @Inject
    private KeyRotation rotation;

    @Override
    public String name() {
        return "signing_keys";
    }

    @Override
    public Routine routine() {
        return Routine.SIGNING_KEYS;
    }

    /** All of an instance's keys are dealt with at once: they are few. */
    @Override
    public int sweep(String instanceId, int atMost) {
        int changed = instances.byId(instanceId).map(rotation::rotateIfDue).orElse(0);
        return Math.min(changed, atMost - 1);
    }
}
