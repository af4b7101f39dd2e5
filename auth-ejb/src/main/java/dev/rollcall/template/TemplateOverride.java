package dev.rollcall.template;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an instance has set for one kind of message: its own words, the sender, and who delivers it. */
@Entity
@Table(name = "message_template")
class TemplateOverride extends Row {

    private String name;
    private String subject;
    private String markup;
    private String body;

    @Column(name = "from_email_name")
    private String fromEmailName;

    @Column(name = "reply_to_email_name")
    private String replyToEmailName;

    @Column(name = "delivered_by_us")
    private boolean deliveredByUs;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected TemplateOverride() {}

    TemplateOverride(String instanceId, BuiltIn message, Instant now) {
        super(instanceId, id(message));
        this.deliveredByUs = true;
        this.createdAt = now;
        this.updatedAt = now;
    }

    static String id(BuiltIn message) {
        return message.medium().wire() + "/" + message.slug();
    }

    /** The instance's own words from now on. */
    void say(Wording words, String newMarkup, Instant now) {
        name = words.name();
        subject = words.subject();
        body = words.body();
        markup = newMarkup;
        updatedAt = now;
    }

    /** Who is named as the sender, before the {@code @}; null for ours. */
    void from(String sender, String replyTo) {
        fromEmailName = sender;
        replyToEmailName = replyTo;
    }

    /** Our words again; who delivers it stays as it is. */
    void revert(Instant now) {
        say(new Wording(null, null, null), null, now);
        from(null, null);
    }

    /** Whether this server delivers it, or the app. */
    void deliver(boolean byUs, Instant now) {
        deliveredByUs = byUs;
        updatedAt = now;
    }

    /** Whether there are own words, and not only a switch that was turned. */
    boolean hasWords() {
        return body != null;
    }

    Wording words() {
        return new Wording(name, subject, body);
    }

    String markup() {
        return markup;
    }

    String fromEmailName() {
        return fromEmailName;
    }

    String replyToEmailName() {
        return replyToEmailName;
    }

    boolean isDeliveredByUs() {
        return deliveredByUs;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
