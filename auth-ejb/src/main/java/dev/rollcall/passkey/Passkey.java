package dev.rollcall.passkey;

import dev.rollcall.data.Row;
import dev.rollcall.data.TextArrayConverter;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.verification.VerificationView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;

/** A key pair of a user's, the public half of which is here; until it is registered, the wish to have one. */
@Entity
class Passkey extends Row {

    @Column(name = "user_id")
    private String userId;

    private String name;

    @Column(name = "rp_id")
    private String rpId;

    @Column(name = "verification_id")
    private String verificationId;

    @Column(name = "credential_id")
    private String credentialId;

    private byte[] credential;

    @Convert(converter = TextArrayConverter.class)
    private List<String> transports = List.of();

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "user_verified")
    private boolean userVerified;

    @Column(name = "backup_eligible")
    private boolean backupEligible;

    @Column(name = "backed_up")
    private boolean backedUp;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Passkey() {}

    Passkey(String instanceId, String userId, String name, String rpId, String verificationId, Instant now) {
        super(instanceId, Ids.next(Prefix.IDENTIFICATION));
        this.userId = userId;
        this.name = name;
        this.rpId = rpId;
        this.verificationId = verificationId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void register(Registered registered, Instant now) {
        credentialId = registered.credentialId();
        credential = registered.credential();
        transports = registered.transports();
        used(registered.state(), now);
        lastUsedAt = null;
    }

    /** What the authenticator said of itself when it was last used. */
    void used(KeyState state, Instant now) {
        signCount = Math.max(signCount, state.signCount()); // a copy must not set it back
        userVerified |= state.userVerified();
        backupEligible = state.backupEligible();
        backedUp = state.backedUp();
        lastUsedAt = now;
        updatedAt = now;
    }

    void rename(String newName, Instant now) {
        name = newName;
        updatedAt = now;
    }

    boolean isRegistered() {
        return credentialId != null;
    }

    boolean begunBefore(Instant time) {
        return createdAt.isBefore(time);
    }

    KeyState state() {
        return new KeyState(signCount, userVerified, backupEligible, backedUp);
    }

    PasskeyView view(VerificationView verification) {
        return new PasskeyView(
                id,
                "passkey",
                name,
                lastUsedAt == null ? null : lastUsedAt.toEpochMilli(),
                verification,
                createdAt.toEpochMilli(),
                updatedAt.toEpochMilli());
    }

    String userId() {
        return userId;
    }

    String name() {
        return name;
    }

    String rpId() {
        return rpId;
    }

    String verificationId() {
        return verificationId;
    }

    String credentialId() {
        return credentialId;
    }

    byte[] credential() {
        return credential;
    }

    List<String> transports() {
        return transports;
    }
}
