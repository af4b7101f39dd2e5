package dev.rollcall.instance;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The test clock of a development instance. How far it is ahead stands with the instance, which every node has at hand. */
@Entity
@Table(name = "test_clock")
class TestClock extends Row {

    @Column(updatable = false)
    private String name;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected TestClock() {}

    TestClock(String instanceId, String name, Instant now) {
        super(instanceId, Ids.next(Prefix.TEST_CLOCK));
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void advanced(Instant now) {
        updatedAt = now;
    }

    /** As the wire shows it, so far ahead of now. */
    TestClockView view(Instant time) {
        return new TestClockView(
                "test_clock", id, name, time.toEpochMilli(), createdAt.toEpochMilli(), updatedAt.toEpochMilli());
    }
}
