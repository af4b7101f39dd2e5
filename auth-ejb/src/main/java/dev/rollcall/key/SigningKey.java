package dev.rollcall.key;

import dev.rollcall.data.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair with which an instance signs its tokens. */
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

    protected SigningKey() {}

    SigningKey(String instanceId, String id, byte[] publicKey, byte[] sealedPrivateKey, Instant now) {
        super(instanceId, id);
        this.algorithm = RsaKeys.ALGORITHM;
        this.publicKey = publicKey.clone();
        this.privateKey = sealedPrivateKey.clone();
        this.createdAt = now;
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
}
