package dev.rollcall.upkeep;

import dev.rollcall.data.Rows;
import jakarta.inject.Inject;
import java.sql.Timestamp;

/** The rows of one table that are of no use any more once their time has come: they go, the oldest first. */
public abstract class Leftovers implements Sweep {

    private final String name;
    private final String sql;

    @Inject
    private Rows rows;

    @Inject
    private Retention retention;

    /** @param time the column by which rows are old; the table has an index on it */
    protected Leftovers(String name, String table, String time) {
        this(name, table, time, "true");
    }

    /** @param which which rows may go at all, in SQL */
    protected Leftovers(String name, String table, String time, String which) {
        this.name = name;
        this.sql = """
                delete from %1$s where instance_id = ?1 and id in (
                    select id from %1$s where instance_id = ?1 and %3$s and %2$s < ?2
                     order by %2$s limit ?3 for update skip locked)""".formatted(table, time, which);
    }

    /** The time before which rows go. */
    protected abstract Timestamp before(Retention kept);

    @Override
    public String name() {
        return name;
    }

    @Override
    public int sweep(String instanceId, int atMost) {
        return rows.sql(instanceId, sql).with(before(retention), atMost).run();
    }
}
