package dev.rollcall.token;

import dev.rollcall.claim.ClaimTemplate;
import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an app wants in tokens for somebody else's servers, and how they are signed. */
@Entity
@Table(name = "jwt_template")
class JwtTemplate extends Row {

    private String name;

    private JsonObject claims;

    private int lifetime;

    @Column(name = "allowed_clock_skew")
    private int allowedClockSkew;

    @Enumerated(EnumType.STRING)
    @Column(name = "signing_algorithm")
    private SigningAlgorithm signingAlgorithm;

    @Column(name = "sealed_signing_key")
    private byte[] sealedSigningKey;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected JwtTemplate() {}

    JwtTemplate(String instanceId, Instant now) {
        super(instanceId, Ids.next(Prefix.JWT_TEMPLATE));
        this.createdAt = now;
    }

    /** Becomes what was asked for. */
    void write(JwtTemplateForm form, Instant now) {
        name = form.name();
        claims = form.claims();
        lifetime = form.lifetime();
        allowedClockSkew = form.allowedClockSkew();
        signingAlgorithm = form.algorithm();
        updatedAt = now;
    }

    /** Its tokens are signed with this key from now on; with the instance's own if it is null. */
    void signWith(byte[] sealedKey) {
        sealedSigningKey = sealedKey;
    }

    String name() {
        return name;
    }

    ClaimTemplate claims() {
        return ClaimTemplate.stored(claims);
    }

    int lifetime() {
        return lifetime;
    }

    int allowedClockSkew() {
        return allowedClockSkew;
    }

    SigningAlgorithm algorithm() {
        return signingAlgorithm;
    }

    /** Null where the instance's own key signs. */
    byte[] sealedSigningKey() {
        return sealedSigningKey;
    }

    boolean hasOwnKey() {
        return sealedSigningKey != null;
    }

    /** What its key is sealed for. */
    String context() {
        return "jwt_template/" + instanceId + "/" + id;
    }

    JwtTemplateView view() {
        return new JwtTemplateView(
                "jwt_template",
                id,
                name,
                claims,
                lifetime,
                allowedClockSkew,
                hasOwnKey(),
                signingAlgorithm.name(),
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }
}
