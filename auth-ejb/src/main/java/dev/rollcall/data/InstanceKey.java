package dev.rollcall.data;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of every row: its instance, then its id. */
public final class InstanceKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private String instanceId;
    private String id;

    public InstanceKey() {}

    public InstanceKey(String instanceId, String id) {
        this.instanceId = instanceId;
        this.id = id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstanceKey key
                && Objects.equals(instanceId, key.instanceId)
                && Objects.equals(id, key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instanceId, id);
    }

    @Override
    public String toString() {
        return instanceId + "/" + id;
    }
}
