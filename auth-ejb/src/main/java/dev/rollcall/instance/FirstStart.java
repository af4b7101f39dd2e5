package dev.rollcall.instance;

import dev.rollcall.config.ServerConfig;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.logging.Logger;

/** What must be in the database once the server runs. Servers that start together do this one after the other. */
@Stateless
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

    @Inject
    private Applications applications;

    @Inject
    private InstanceStore instances;

    @Inject
    private PlatformTokenStore tokens;

    @Inject
    private Tenancies tenancies;

    @Inject
    private ServerConfig config;

    /** Fills an empty database; answers the keys to show where somebody develops against this server. */
    public Optional<DevelopmentKeys> run() {
        tenancies.lock();
        if (lacksApplication()) {
            applications.create(
                    new NewApplication("My Application", EnumSet.of(EnvironmentType.DEVELOPMENT), null), true);
        }
        config.platformToken().ifPresent(tokens::enrol);
        if (!config.isDevelopment()) {
            if (!tokens.exist()) {
                LOG.warning("no platform token exists: set ROLLCALL_PLATFORM_TOKEN to manage applications");
            }
            return Optional.empty();
        }
        var token = config.platformToken().orElseGet(tokens::development);
        return instances
                .where("standard", true)
                .map(instance -> new DevelopmentKeys(
                        instance.publishableKey(),
                        instances.secretKey(instance.id()).orElseThrow(),
                        token));
    }

    /** An operator may have deleted the first application for good; a developer always gets one. */
    private boolean lacksApplication() {
        return config.isDevelopment()
                ? instances.where("standard", true).isEmpty()
                : applications.all().isEmpty();
    }
}
