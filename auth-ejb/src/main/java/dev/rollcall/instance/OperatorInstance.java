package dev.rollcall.instance;

import dev.rollcall.config.ServerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The instance whose users operate this server: {@code ROLLCALL_OPERATOR_INSTANCE}, its id or the host that its publishable key encodes.
 * None by default: then nobody signs in to the Platform API, and access tokens are the only way.
 */
@ApplicationScoped
public class OperatorInstance {

    @Inject
    private ServerConfig config;

    @Inject
    private InstanceService instances;

    /** The instance, if one is configured and exists. */
    public Optional<Instance> find() {
        return config.text("ROLLCALL_OPERATOR_INSTANCE")
                .flatMap(name -> name.startsWith("ins_") ? instances.byId(name) : instances.byHost(name));
    }

    /** Whether it is this one. */
    public boolean is(Instance instance) {
        return config.text("ROLLCALL_OPERATOR_INSTANCE")
                .filter(name -> name.equals(instance.id()) || name.equalsIgnoreCase(instance.frontendHost()))
                .isPresent();
    }
}
