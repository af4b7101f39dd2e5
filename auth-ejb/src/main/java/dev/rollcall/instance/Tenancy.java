package dev.rollcall.instance;

import dev.rollcall.data.Root;
import jakarta.persistence.Entity;

/** The one row whose number grows with every change to applications, instances and their keys. */
@Entity
class Tenancy extends Root {

    static final String ID = "tenancy";

    private long version;

    protected Tenancy() {}

    void changed() {
        version++;
    }

    long version() {
        return version;
    }
}
