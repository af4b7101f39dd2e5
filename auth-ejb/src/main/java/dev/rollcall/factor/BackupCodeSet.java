package dev.rollcall.factor;

import dev.rollcall.data.Row;
import dev.rollcall.data.TextArrayConverter;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** The backup codes that a user has left, as hashes. */
@Entity
@Table(name = "backup_codes")
class BackupCodeSet extends Row {

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Convert(converter = TextArrayConverter.class)
    private List<String> hashes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected BackupCodeSet() {}

    BackupCodeSet(String instanceId, String userId, List<String> hashes, Instant now) {
        super(instanceId, Ids.next(Prefix.BACKUP_CODES));
        this.userId = userId;
        this.hashes = hashes;
        this.createdAt = now;
    }

    List<String> hashes() {
        return hashes;
    }

    Instant createdAt() {
        return createdAt;
    }
}
