package dev.rollcall.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JPQL query over one entity, named {@code e}, within one instance. The instance is part of every condition.
 *
 * <pre>{@code rows.of(Session.class, instanceId).where("e.clientId = :client").with("client", id).orderedBy("e.createdAt").list()}</pre>
 */
public final class Scoped<E extends Row> {

    private final EntityManager entities;
    private final Class<E> type;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final StringBuilder condition = new StringBuilder("e.instanceId = :instance");
    private String order = "";
    private int limit = Integer.MAX_VALUE;
    private int offset;
    private LockModeType lock = LockModeType.NONE;

    Scoped(EntityManager entities, Class<E> type, String instanceId) {
        this.entities = entities;
        this.type = type;
        parameters.put("instance", instanceId);
    }

    /** Narrows the query; conditions add up. Never put a value from a request into the text. */
    public Scoped<E> where(String jpql) {
        condition.append(" and (").append(jpql).append(')');
        return this;
    }

    /** Binds a named parameter of a condition. */
    public Scoped<E> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public Scoped<E> orderedBy(String jpql) {
        order = " order by " + jpql;
        return this;
    }

    public Scoped<E> page(int newLimit, int newOffset) {
        limit = newLimit;
        offset = newOffset;
        return this;
    }

    /** Locks the rows found for the rest of the transaction. */
    public Scoped<E> locked() {
        lock = LockModeType.PESSIMISTIC_WRITE;
        return this;
    }

    public List<E> list() {
        var query = bind(
                entities.createQuery("select e from " + type.getSimpleName() + " e where " + condition + order, type));
        query.setFirstResult(offset);
        if (limit != Integer.MAX_VALUE) {
            query.setMaxResults(limit);
        }
        return query.setLockMode(lock).getResultList();
    }

    public Optional<E> first() {
        limit = 1;
        return list().stream().findFirst();
    }

    public long count() {
        return bind(entities.createQuery(
                        "select count(e) from " + type.getSimpleName() + " e where " + condition, Long.class))
                .getSingleResult();
    }

    public boolean exists() {
        return first().isPresent();
    }

    /** A guarded change: {@code set} is JPQL after the word {@code set}. Answers how many rows were changed. */
    public int update(String set) {
        return bulk("update " + type.getSimpleName() + " e set " + set + " where " + condition);
    }

    public int delete() {
        return bulk("delete from " + type.getSimpleName() + " e where " + condition);
    }

    private int bulk(String jpql) {
        var query = entities.createQuery(jpql);
        parameters.forEach(query::setParameter);
        return query.executeUpdate();
    }

    private <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
