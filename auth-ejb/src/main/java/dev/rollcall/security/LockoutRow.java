package dev.rollcall.security;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The wrong answers of one user, whose id is that of each row; written by the statements of {@link Lockouts}. */
@Entity
@Table(name = "lockout")
class LockoutRow extends Row {

    @Column(name = "updated_at", updatable = false)
    private Instant updatedAt;

    protected LockoutRow() {}

    Instant updatedAt() {
        return updatedAt;
    }
}
