package dev.rollcall.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.data.Rows;
import dev.rollcall.instance.TenancyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The templates that this node has read, by their names, until any node changes one: tokens are made of them all the time. */
@ApplicationScoped
class KnownTemplates {

    private static final int TEMPLATES = 10_000;

    /** A slow reader that began before a change cannot put its template in front of those who ask after it. */
    private record Known(long generation, String instanceId, String name) {}

    private final Cache<Known, JwtTemplate> read =
            Caffeine.newBuilder().maximumSize(TEMPLATES).build();
    private final AtomicLong generation = new AtomicLong();

    @Inject
    private Rows rows;

    /** The template of this name, if the instance has one; that there is none is asked anew each time. */
    Optional<JwtTemplate> named(String instanceId, String name) {
        return Optional.ofNullable(read.get(
                new Known(generation.get(), instanceId, name), known -> rows.of(JwtTemplate.class, known.instanceId)
                        .where("e.name = :name")
                        .with("name", known.name)
                        .first()
                        .orElse(null)));
    }

    void forget(@Observes TenancyChanged changed) {
        generation.incrementAndGet();
        read.invalidateAll();
    }
}
