package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;

/**
 * The only way to the tables. Nothing outside this package may hold an {@link EntityManager}, and nothing here answers without an
 * instance: a query cannot leave its instance because it cannot be asked without one.
 */
@ApplicationScoped
public class Rows {

    /** What is known of a row already says nothing once it is locked. */
    private static final Map<String, Object> ANEW = Map.of("eclipselink.refresh", "true");

    @PersistenceContext(unitName = "rollcall")
    private EntityManager entities;

    /** Stores a new row with the current transaction. */
    public <E extends Row> E add(E row) {
        entities.persist(row);
        return row;
    }

    /** Deletes a row that was read in the current transaction. */
    public void remove(Row row) {
        entities.remove(row);
    }

    /** Sends pending changes to the database now, so that a unique index can speak. */
    public void flush() {
        entities.flush();
    }

    /** Whether the database refused a change because a unique index already has its key. */
    public boolean isUniqueViolation(Throwable failure) {
        return SqlStates.of(failure).filter("23505"::equals).isPresent();
    }

    /** The row, if this instance has it. */
    public <E extends Row> Optional<E> find(Class<E> type, String instanceId, String id) {
        return Optional.ofNullable(entities.find(type, new InstanceKey(instanceId, id)));
    }

    /** The row, locked for the rest of the transaction and read anew. Changes made so far are sent first, or reading would undo them. */
    public <E extends Row> Optional<E> lock(Class<E> type, String instanceId, String id) {
        entities.flush();
        var key = new InstanceKey(instanceId, id);
        return Optional.ofNullable(entities.find(type, key, LockModeType.PESSIMISTIC_WRITE, ANEW));
    }

    /**
     * The row, locked against changes for the rest of the transaction and read anew; new rows may refer to it meanwhile. For whoever has
     * just stored one that does: two of them at once would each wait for the other with {@link #lock}.
     */
    public <E extends Row> Optional<E> lockForChange(Class<E> type, String instanceId, String id) {
        entities.flush();
        var table = type.getAnnotation(Table.class).name();
        var locked = sql(
                        instanceId, "select id from " + table + " where instance_id = ?1 and id = ?2 for no key update")
                .with(id)
                .list();
        var row = locked.isEmpty() ? null : entities.find(type, new InstanceKey(instanceId, id));
        if (row != null) {
            entities.refresh(row);
        }
        return Optional.ofNullable(row);
    }

    /** A query over one entity within one instance. */
    public <E extends Row> Scoped<E> of(Class<E> type, String instanceId) {
        return new Scoped<>(entities, type, instanceId);
    }

    /** A native statement within one instance: the text must bind {@code ?1}, which is the instance's id. */
    public NativeScoped sql(String instanceId, String text) {
        return new NativeScoped(entities, instanceId, text);
    }
}
