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
 * answers; a database that is away is no reason to kill it. Ready: it can do its work; false as soon as it is told to stop.
 */
@ApplicationScoped
public class HealthChecks {

    @Inject
    private Health health;

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
            return (now.isHealthy() ? response : response.withData("message", now.message())).build();
        };
    }
}
