package dev.rollcall.data;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;

/** What every entity that belongs to an instance has: its instance and its id, together the key. */
@MappedSuperclass
@IdClass(InstanceKey.class)
public abstract class Row {

    @Id
    @Column(name = "instance_id", updatable = false)
    protected String instanceId;

    @Id
    @Column(updatable = false)
    protected String id;

    protected Row() {}

    protected Row(String instanceId, String id) {
        this.instanceId = instanceId;
        this.id = id;
    }

    public String instanceId() {
        return instanceId;
    }

    public String id() {
        return id;
    }
}
