package dev.rollcall.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.error.Refusal;
import dev.rollcall.input.Input;
import dev.rollcall.instance.ApplicationService;
import dev.rollcall.instance.ConfigService;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.InstanceService;
import dev.rollcall.instance.Operator;
import dev.rollcall.instance.Scopes;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.trace.Actor;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever goes from node to node is counted as one: nodes share nothing but the database. */
@ExtendWith(ArquillianExtension.class)
class RateLimitNodesIT {

    private static final int ALLOWED = 4;
    private static final Operator ANYBODY = new Operator(Actor.SYSTEM, new Scopes(Set.of("*")));

    @Inject
    private ApplicationService applications;

    @Inject
    private ConfigService configs;

    @Inject
    private InstanceService instances;

    @Test
    void goingFromNodeToNode() {
        var instance = counting();
        var nodes = new RateLimits[] {node(), node(), node()};
        int allowed = 0;
        for (int n = 0; n < 12; n++) {
            allowed += isAllowed(nodes[n % nodes.length], instance, "203.0.113.5") ? 1 : 0;
        }
        assertEquals(ALLOWED, allowed);
        assertTrue(isAllowed(nodes[0], instance, "203.0.113.6"));
    }

    private static boolean isAllowed(RateLimits node, Instance instance, String subject) {
        try {
            node.take(instance, Limit.SIGN_IN, subject);
            return true;
        } catch (Refusal refused) {
            assertFalse(refused.patience().isZero());
            return false;
        }
    }

    /** With a memory of its own. */
    private static RateLimits node() {
        return new Unmanaged<>(RateLimits.class)
                .newInstance()
                .produce()
                .inject()
                .postConstruct()
                .get();
    }

    private Instance counting() {
        var wanted = Json.createObjectBuilder()
                .add("name", "Nodes")
                .add("environment_types", Json.createArrayBuilder().add("development"));
        var application =
                applications.create(ANYBODY, Input.ofJson(wanted.build())).applicationId();
        var limit = Json.createObjectBuilder().add("requests", ALLOWED).add("seconds", 600);
        var limits = Json.createObjectBuilder().add("mode", "on").add("sign_ins", limit);
        var patch = Json.createObjectBuilder()
                .add("protection", Json.createObjectBuilder().add("rate_limits", limits));
        configs.patch(application, "development", Input.ofJson(patch.build()), Input.empty(), null);
        return instances.named(application, "development");
    }
}
