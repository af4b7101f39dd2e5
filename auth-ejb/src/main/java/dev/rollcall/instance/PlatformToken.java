package dev.rollcall.instance;

import dev.rollcall.data.Root;
import dev.rollcall.data.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A token with which an operator manages applications. */
@Entity
@Table(name = "platform_token")
class PlatformToken extends Root {

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private String name;

    private byte[] sealed;

    @Convert(converter = TextArrayConverter.class)
    @Column(updatable = false)
    private List<String> scopes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expire_at")
    private Instant expireAt;

    @Column(name = "made_by", updatable = false)
    private String madeBy;

    @Column(name = "maker_instance_id", updatable = false)
    private String makerInstanceId;

    @Column(name = "maker_user_id", updatable = false)
    private String makerUserId;

    protected PlatformToken() {}

    PlatformToken(String id, String hash, String name, byte[] sealed, Scopes scopes, Instant now, Instant expireAt) {
        super(id);
        this.hash = hash;
        this.name = name;
        this.sealed = sealed == null ? null : sealed.clone();
        this.scopes = scopes.inOrder();
        this.createdAt = now;
        this.expireAt = expireAt;
    }

    /**
     * Who made a token.
     *
     * @param id the person, or the token that made it
     * @param instanceId that of the person behind it, who may have made it by another token; null where there is none
     * @param userId the person behind it, whose rights are this token's bounds; null where there is none
     */
    record Maker(String id, String instanceId, String userId) {}

    /** The token was made by somebody; without this, by the server. */
    PlatformToken by(Maker maker) {
        madeBy = maker.id;
        makerInstanceId = maker.instanceId;
        makerUserId = maker.userId;
        return this;
    }

    Maker maker() {
        return new Maker(madeBy, makerInstanceId, makerUserId);
    }

    /** What the token is sealed for. */
    static String context(String id) {
        return "platform_token/" + id;
    }

    String name() {
        return name;
    }

    Scopes scopes() {
        return new Scopes(Set.copyOf(scopes));
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The same, sealed anew. */
    void seal(byte[] anew) {
        sealed = anew.clone();
    }

    byte[] sealed() {
        return sealed.clone();
    }

    Instant expireAt() {
        return expireAt;
    }
}
