package dev.rollcall.security;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;

/** A URL that an instance has listed as one of its apps'. */
@Entity
@Table(name = "redirect_url")
class RedirectUrl extends Row {

    @Column(updatable = false)
    private String url;

    @Column(updatable = false)
    private String canonical;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected RedirectUrl() {}

    RedirectUrl(String instanceId, String url, URI parsed, Instant now) {
        super(instanceId, Ids.next(Prefix.REDIRECT_URL));
        this.url = url;
        this.canonical = Redirect.canonical(parsed);
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The URL as it is compared. */
    String canonical() {
        return canonical;
    }

    RedirectUrlView view() {
        return new RedirectUrlView("redirect_url", id, url, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
    }
}
