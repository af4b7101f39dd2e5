package dev.rollcall.webhook;

import dev.rollcall.data.Row;
import dev.rollcall.data.TextArrayConverter;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Where an instance's events are told. */
@Entity
@Table(name = "webhook_endpoint")
class Endpoint extends Row {

    private String uid;
    private String url;
    private String description = "";
    private boolean disabled;

    @Column(name = "disabled_for")
    private String disabledFor;

    @Convert(converter = TextArrayConverter.class)
    @Column(name = "filter_types")
    private List<String> filterTypes;

    @Convert(converter = TextArrayConverter.class)
    private List<String> channels;

    private JsonObject metadata = JsonObject.EMPTY_JSON_OBJECT;
    private byte[] headers;
    private byte[] secrets;
    private int version = 1;

    @Column(name = "sees_messages")
    private boolean seesMessages = true;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Endpoint() {}

    Endpoint(String instanceId, Instant now) {
        super(instanceId, Ids.next(Prefix.WEBHOOK_ENDPOINT));
        createdAt = now;
        updatedAt = now;
    }

    /** Becomes what the request asks for. An endpoint that is enabled again starts without a past. */
    void become(EndpointForm form, Instant now) {
        uid = form.uid();
        url = form.url();
        description = form.description();
        if (disabled != form.disabled()) {
            disabled = form.disabled();
            disabledFor = null;
            failingSince = null;
        }
        filterTypes = form.filterTypes();
        channels = form.channels();
        metadata = form.metadata();
        version = form.version();
        updatedAt = now;
    }

    /** Events go where, or with what, somebody said who reads no letters. */
    void hideMessages() {
        seesMessages = false;
    }

    /** Somebody who reads letters said where events go. */
    void showMessages() {
        seesMessages = true;
    }

    String url() {
        return url;
    }

    void keepHeaders(byte[] sealed) {
        headers = sealed;
    }

    void keepSecrets(byte[] sealed, Instant now) {
        secrets = sealed;
        updatedAt = now;
    }

    byte[] headers() {
        return headers;
    }

    byte[] secrets() {
        return secrets;
    }

    boolean disabled() {
        return disabled;
    }

    Subscriptions.Subscription subscription() {
        return new Subscriptions.Subscription(id, given(filterTypes), given(channels));
    }

    Instant createdAt() {
        return createdAt;
    }

    EndpointForm form() {
        return new EndpointForm(
                uid, url, description, disabled, given(filterTypes), given(channels), metadata, version);
    }

    EndpointOut view() {
        return new EndpointOut(
                id,
                uid,
                url,
                description,
                disabled,
                disabledFor,
                given(filterTypes),
                given(channels),
                metadata,
                null,
                null,
                version,
                seesMessages ? null : Boolean.TRUE,
                failingSince,
                createdAt,
                updatedAt);
    }

    /** A null column is read as an empty list: both mean everything. */
    private static List<String> given(List<String> list) {
        return list == null || list.isEmpty() ? null : list;
    }
}
