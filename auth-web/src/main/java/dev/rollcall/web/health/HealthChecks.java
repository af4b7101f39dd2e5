package dev.rollcall.web.health;

import dev.rollcall.web.shared.Health;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What an orchestrator asks at {@code /health}. Started: the application is up, and the migrations before it. Live: the process
 * answers; a database that is away is no reason to kill it. Ready: it can do its work; false as soon as it is told to stop. What is
 * amiss with background work is told along with that and changes nothing: no other node could do better ({@link WorkDetails}).
 */
@ApplicationScoped
public class HealthChecks {

    @Inject
    private Health health;

    @Inject
    private WorkDetails work;

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.up("started");
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("live");
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> {
            var now = health.get();
            var response = HealthCheckResponse.named("ready").status(now.isHealthy());
            work.addTo(response);
            return (now.isHealthy() ? response : response.withData("message", now.message())).build();
        };
    }
}
