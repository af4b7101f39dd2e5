package dev.rollcall.key;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A key pair with which an instance signs its tokens: published when it is made, signing from its time on until its successor does,
 * and verifying for a while longer.
 */
@Entity
@Table(name = "signing_key")
class SigningKey extends Row {

    @Column(updatable = false)
    private String algorithm;

    @Column(name = "public_key", updatable = false)
    private byte[] publicKey;

    @Column(name = "private_key", updatable = false)
    private byte[] privateKey;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "signs_from", updatable = false)
    private Instant signsFrom;

    @Column(name = "retired_at")
    private Instant retiredAt;

    protected SigningKey() {}

    SigningKey(
            String instanceId, String id, byte[] publicKey, byte[] sealedPrivateKey, Instant now, Instant signsFrom) {
        super(instanceId, id);
        this.algorithm = RsaKeys.ALGORITHM;
        this.publicKey = publicKey.clone();
        this.privateKey = sealedPrivateKey.clone();
        this.createdAt = now;
        this.signsFrom = signsFrom;
    }

    /** A successor signs from then on. */
    void retire(Instant at) {
        retiredAt = at;
    }

    /** What the private key is sealed for. */
    static String context(String instanceId, String id) {
        return "signing_key/" + instanceId + "/" + id;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sealedPrivateKey() {
        return privateKey.clone();
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    /** Null for the newest. */
    Instant retiredAt() {
        return retiredAt;
    }
}
