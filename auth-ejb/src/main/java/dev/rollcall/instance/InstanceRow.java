package dev.rollcall.instance;

import dev.rollcall.data.Root;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** An instance as it is stored; everybody else sees {@link Instance}. */
@Entity
@Table(name = "instance")
class InstanceRow extends Root {

    @Column(name = "application_id", updatable = false)
    private String applicationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "environment_type", updatable = false)
    private EnvironmentType type;

    @Column(updatable = false)
    private String slug;

    @Column(name = "frontend_host")
    private String frontendHost;

    private String domain;

    @Column(updatable = false)
    private boolean standard;

    private JsonObject settings;

    @Column(name = "settings_version")
    private long settingsVersion;

    @Column(name = "clock_ahead_ms")
    private long aheadMillis;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected InstanceRow() {}

    InstanceRow(
            String id,
            String applicationId,
            InstanceAddress address,
            InstanceSettings settings,
            boolean standard,
            Instant now) {
        super(id);
        this.applicationId = applicationId;
        this.type = address.type();
        this.slug = address.slug();
        this.frontendHost = address.frontendHost();
        this.domain = address.domain();
        this.standard = standard;
        this.settings = SettingsDocument.write(settings);
        this.settingsVersion = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void configure(InstanceSettings changed, Instant now) {
        settings = SettingsDocument.write(changed);
        settingsVersion++;
        updatedAt = now;
    }

    /** Lives on another domain from now on. */
    void move(String newDomain, Instant now) {
        domain = newDomain;
        frontendHost = address().frontendHost();
        updatedAt = now;
    }

    /** The settings, completed by today's defaults. */
    InstanceSettings settings() {
        return SettingsDocument.stored(settings, InstanceSettings.defaults(type));
    }

    /** Its test clock is so far ahead of the world from now on. */
    void live(Duration ahead) {
        aheadMillis = ahead.toMillis();
    }

    Duration ahead() {
        return Duration.ofMillis(aheadMillis);
    }

    InstanceAddress address() {
        return new InstanceAddress(type, slug, domain);
    }

    Instant createdAt() {
        return createdAt;
    }

    EnvironmentType type() {
        return type;
    }

    boolean standard() {
        return standard;
    }

    long settingsVersion() {
        return settingsVersion;
    }
}
