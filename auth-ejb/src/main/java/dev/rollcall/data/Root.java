package dev.rollcall.data;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What the few entities above all instances have: an id of their own. Everything else is a {@link Row}. */
@MappedSuperclass
public abstract class Root {

    @Id
    @Column(updatable = false)
    protected String id;

    protected Root() {}

    protected Root(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
