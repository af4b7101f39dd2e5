package dev.rollcall.instance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rollcall.meter.Metered;
import dev.rollcall.meter.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What this node knows of the tenancy tables, misses included. Entries belong to a generation, and any change begins a new one: a
 * slow reader that started before the change cannot put its old answer in front of those who ask after it.
 */
@ApplicationScoped
class InstanceCache {

    private static final int ENTRIES = 20_000;

    /** One question asked of the tables. */
    private record Question(long generation, Class<?> about, String by, String value) {}

    private final Cache<Question, Optional<?>> answers =
            Caffeine.newBuilder().maximumSize(ENTRIES).build();
    private final AtomicLong generation = new AtomicLong();

    @Inject
    private Event<TenancyChanged> news;

    @Inject
    private Meters meters;

    /** The answer to a question about one thing by one of its values, asked of the tables when it is not known. */
    <T> Optional<T> get(Class<T> about, String by, String value, Function<String, Optional<T>> ask) {
        var question = new Question(generation.get(), about, by, value);
        var known = answers.getIfPresent(question);
        if (known == null) {
            meters.count(Metered.CACHE_MISSES);
            known = ask.apply(value);
            answers.put(question, known);
        }
        return known.map(about::cast);
    }

    /** Whether a question can be answered without asking the tables. */
    boolean knows(Class<?> about, String by, String value) {
        return answers.getIfPresent(new Question(generation.get(), about, by, value)) != null;
    }

    /** Forgets everything, here and in whatever else is derived from these tables. */
    void clear() {
        generation.incrementAndGet();
        answers.invalidateAll();
        news.fire(new TenancyChanged());
    }
}
