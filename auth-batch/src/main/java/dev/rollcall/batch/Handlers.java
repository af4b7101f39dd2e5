package dev.rollcall.batch;

import dev.rollcall.job.JobHandler;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every feature's job handlers, by the type that they do. */
@ApplicationScoped
class Handlers {

    private final Map<String, JobHandler> byType = new HashMap<>();

    @Inject
    @Any
    private Instance<JobHandler> all;

    @PostConstruct
    void collect() {
        for (var handler : all) {
            if (byType.put(handler.type(), handler) != null) {
                throw new IllegalStateException("two handlers do jobs of type " + handler.type());
            }
        }
    }

    /** Who does jobs of this type; empty for a type of a newer version of this program. */
    Optional<JobHandler> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }
}
