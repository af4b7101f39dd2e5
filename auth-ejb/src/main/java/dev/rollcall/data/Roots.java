package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way to the tables that decide which instance a request belongs to: they cannot be asked within an instance. Only the {@code
 * instance} package has a use for this; whatever belongs to an instance goes through {@link Rows}.
 */
@ApplicationScoped
public class Roots {

    @PersistenceContext(unitName = "rollcall")
    private EntityManager entities;

    /** Stores a new row with the current transaction. */
    public <E extends Root> E add(E root) {
        entities.persist(root);
        return root;
    }

    /** Deletes a row that was read in the current transaction, and by cascade all that belongs to it. */
    public void remove(Root root) {
        entities.remove(root);
    }

    /** Sends pending changes to the database now. */
    public void flush() {
        entities.flush();
    }

    /** The row of this id. */
    public <E extends Root> Optional<E> find(Class<E> type, String id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /**
     * The row, locked for the rest of the transaction and read anew. Changes made so far are sent first, or reading would undo
     * them.
     */
    public <E extends Root> Optional<E> lock(Class<E> type, String id) {
        entities.flush();
        var root = entities.find(type, id);
        if (root == null) {
            return Optional.empty();
        }
        try {
            entities.refresh(root, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException deletedMeanwhile) {
            return Optional.empty();
        }
        return Optional.of(root);
    }

    /** The answers to a JPQL query with named parameters. */
    public <T> List<T> list(Class<T> type, String jpql, Map<String, Object> parameters) {
        var query = entities.createQuery(jpql, type);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
