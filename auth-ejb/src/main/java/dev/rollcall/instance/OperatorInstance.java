package dev.rollcall.instance;

import dev.rollcall.config.ServerConfig;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Refusal;
import jakarta.annotation.PostConstruct;
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

    private Optional<String> configured;

    @PostConstruct
    void read() {
        configured = config.text("ROLLCALL_OPERATOR_INSTANCE");
    }

    /** The instance, if one is configured and exists. */
    public Optional<Instance> find() {
        return configured.flatMap(name -> name.startsWith("ins_") ? instances.byId(name) : instances.byHost(name));
    }

    /** Whether it is this one. */
    public boolean is(Instance instance) {
        return configured
                .filter(name -> name.equals(instance.id()) || name.equalsIgnoreCase(instance.frontendHost()))
                .isPresent();
    }

    /** Whether an application is the operators' own. */
    public boolean isOf(String applicationId) {
        return find().filter(instance -> instance.applicationId().equals(applicationId))
                .isPresent();
    }

    /**
     * Refuses whoever may not do everything what concerns the operators' own application: with its users, its settings or its keys they
     * would give themselves any group.
     */
    public void refuseRising(Operator operator, String applicationId) {
        if (!operator.scopes().allowEverything() && isOf(applicationId)) {
            throw rising();
        }
    }

    /** Refuses the same of a domain on which an instance would be the operators' as soon as it is there. */
    void refuseClaiming(Operator operator, String domain) {
        if (!operator.scopes().allowEverything() && isNamed(domain)) {
            throw rising();
        }
    }

    /** Whether the one who runs this server has named the production instance of this domain, be it there or not. */
    boolean isNamed(String domain) {
        var host = new InstanceAddress(EnvironmentType.PRODUCTION, null, domain).frontendHost();
        return configured.filter(host::equalsIgnoreCase).isPresent();
    }

    private static Refusal rising() {
        return CommonProblem.AUTHORIZATION_INVALID
                .refusal()
                .saying("The operators' own application is for those who may do everything.");
    }
}
