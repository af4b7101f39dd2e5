package dev.rollcall.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** A native PostgreSQL statement within one instance: {@code ?1} is the instance's id, the values given follow as {@code ?2}, {@code ?3} … */
public final class NativeScoped {

    private final EntityManager entities;
    private final String text;
    private final List<Object> parameters = new ArrayList<>();

    NativeScoped(EntityManager entities, String instanceId, String text) {
        if (!text.contains("?1")) {
            throw new IllegalArgumentException("a statement that does not bind its instance: " + text);
        }
        this.entities = entities;
        this.text = text;
        parameters.add(instanceId);
    }

    /** Binds the next parameters. */
    public NativeScoped with(Object... values) {
        parameters.addAll(List.of(values));
        return this;
    }

    /** The rows, one array of columns each (also where there is one column). */
    public List<Object[]> list() {
        return ((List<?>) bind(entities.createNativeQuery(text)).getResultList())
                .stream()
                        .map(row -> row instanceof Object[] columns ? columns : new Object[] {row})
                        .toList();
    }

    /** Runs a change; answers how many rows it changed. */
    public int run() {
        return bind(entities.createNativeQuery(text)).executeUpdate();
    }

    private Query bind(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
