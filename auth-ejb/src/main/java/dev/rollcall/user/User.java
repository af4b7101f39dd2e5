package dev.rollcall.user;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.IdentifierType;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person. What names them is kept as identifications. */
@Entity
@Table(name = "users")
class User extends Row {

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String locale;

    @Column(name = "primary_email_address_id")
    private String primaryEmailAddressId;

    @Column(name = "primary_phone_number_id")
    private String primaryPhoneNumberId;

    @Column(name = "primary_web3_wallet_id")
    private String primaryWeb3WalletId;

    @Column(name = "password_digest")
    private String passwordDigest;

    @Column(name = "password_updated_at")
    private Instant passwordUpdatedAt;

    @Column(name = "password_compromised")
    private boolean passwordCompromised;

    @Column(name = "public_metadata")
    private JsonObject publicMetadata = JsonObject.EMPTY_JSON_OBJECT;

    @Column(name = "private_metadata")
    private JsonObject privateMetadata = JsonObject.EMPTY_JSON_OBJECT;

    @Column(name = "unsafe_metadata")
    private JsonObject unsafeMetadata = JsonObject.EMPTY_JSON_OBJECT;

    @Column(name = "image_id")
    private String imageId;

    private boolean banned;
    private boolean locked;

    @Column(name = "delete_self_enabled")
    private boolean deleteSelfEnabled;

    @Column(name = "create_organization_enabled")
    private boolean createOrganizationEnabled;

    @Column(name = "create_organizations_limit")
    private Integer createOrganizationsLimit;

    @Column(name = "bypass_client_trust")
    private boolean bypassClientTrust;

    @Column(name = "totp_enabled")
    private boolean totpEnabled;

    @Column(name = "backup_code_enabled")
    private boolean backupCodeEnabled;

    @Column(name = "mfa_enabled_at")
    private Instant mfaEnabledAt;

    @Column(name = "mfa_disabled_at")
    private Instant mfaDisabledAt;

    @Column(name = "legal_accepted_at")
    private Instant legalAcceptedAt;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @Column(name = "last_active_at")
    private Instant lastActiveAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected User() {}

    User(String instanceId, NewUser wanted, Instant now) {
        this(instanceId, Ids.next(Prefix.USER), wanted, now);
    }

    User(String instanceId, String id, NewUser wanted, Instant now) {
        super(instanceId, id);
        externalId = wanted.externalId();
        firstName = wanted.firstName();
        lastName = wanted.lastName();
        locale = wanted.locale();
        passwordDigest = wanted.passwordDigest();
        passwordUpdatedAt = wanted.passwordDigest() == null ? null : now;
        publicMetadata = wanted.publicMetadata();
        privateMetadata = wanted.privateMetadata();
        unsafeMetadata = wanted.unsafeMetadata();
        banned = wanted.banned();
        locked = wanted.locked();
        deleteSelfEnabled = wanted.deleteSelfEnabled();
        createOrganizationEnabled = wanted.createOrganizationEnabled();
        createOrganizationsLimit = wanted.createOrganizationsLimit();
        bypassClientTrust = wanted.bypassClientTrust();
        legalAcceptedAt = wanted.legalAcceptedAt();
        createdAt = wanted.createdAt() == null ? now : wanted.createdAt();
        updatedAt = now;
    }

    /** Everything a new user of another server would start with. */
    StoredUser stored() {
        var all = new NewUser(
                externalId,
                firstName,
                lastName,
                locale,
                passwordDigest,
                publicMetadata,
                privateMetadata,
                unsafeMetadata,
                banned,
                locked,
                deleteSelfEnabled,
                createOrganizationEnabled,
                createOrganizationsLimit,
                bypassClientTrust,
                legalAcceptedAt,
                createdAt);
        return new StoredUser(id, all, primaryEmailAddressId, primaryPhoneNumberId);
    }

    void change(UserChanges changes, Instant now) {
        externalId = changes.externalId().applyTo(externalId);
        firstName = changes.firstName().applyTo(firstName);
        lastName = changes.lastName().applyTo(lastName);
        locale = changes.locale().applyTo(locale);
        deleteSelfEnabled = changes.deleteSelfEnabled().orElse(deleteSelfEnabled);
        createOrganizationEnabled = changes.createOrganizationEnabled().orElse(createOrganizationEnabled);
        createOrganizationsLimit = changes.createOrganizationsLimit().applyTo(createOrganizationsLimit);
        bypassClientTrust = changes.bypassClientTrust().orElse(bypassClientTrust);
        legalAcceptedAt = changes.legalAcceptedAt().applyTo(legalAcceptedAt);
        createdAt = changes.createdAt().orElse(createdAt);
        updatedAt = now;
    }

    void replaceMetadata(JsonObject newPublic, JsonObject newPrivate, JsonObject newUnsafe, Instant now) {
        publicMetadata = newPublic;
        privateMetadata = newPrivate;
        unsafeMetadata = newUnsafe;
        updatedAt = now;
    }

    /** Makes this the primary one of its kind; null where none is any more. Of user names there is but one. */
    void makePrimary(IdentifierType type, String identificationId, Instant now) {
        switch (type) {
            case EMAIL_ADDRESS -> primaryEmailAddressId = identificationId;
            case PHONE_NUMBER -> primaryPhoneNumberId = identificationId;
            case WEB3_WALLET -> primaryWeb3WalletId = identificationId;
            case USERNAME -> {}
        }
        updatedAt = now;
    }

    void setPassword(String digest, Instant now) {
        passwordDigest = digest;
        passwordCompromised = false;
        passwordUpdatedAt = now;
        updatedAt = now;
    }

    void removePassword(Instant now) {
        passwordDigest = null;
        passwordCompromised = false;
        passwordUpdatedAt = null;
        updatedAt = now;
    }

    void holdPasswordForCompromised(boolean compromised, Instant now) {
        passwordCompromised = compromised;
        updatedAt = now;
    }

    void totp(boolean enabled, Instant now) {
        totpEnabled = enabled;
        updatedAt = now;
    }

    void backupCodes(boolean enabled, Instant now) {
        backupCodeEnabled = enabled;
        updatedAt = now;
    }

    /** Whether a second factor is asked of the user now. The times are those of the last change either way, and both are kept. */
    void secondFactor(boolean enabled, Instant now) {
        boolean before = mfaEnabledAt != null && (mfaDisabledAt == null || mfaEnabledAt.isAfter(mfaDisabledAt));
        if (enabled && !before) {
            mfaEnabledAt = now;
        } else if (before && !enabled) {
            mfaDisabledAt = now;
        }
    }

    void ban(Instant now) {
        banned = true;
        updatedAt = now;
    }

    void unban(Instant now) {
        banned = false;
        updatedAt = now;
    }

    void lock(Instant now) {
        locked = true;
        updatedAt = now;
    }

    void unlock(Instant now) {
        locked = false;
        updatedAt = now;
    }

    void show(String newImageId, Instant now) {
        imageId = newImageId;
        updatedAt = now;
    }

    void signedIn(Instant now) {
        lastSignInAt = now;
        lastActiveAt = now;
    }

    void touched(Instant now) {
        updatedAt = now;
    }

    String externalId() {
        return externalId;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String locale() {
        return locale;
    }

    /** The id of the primary one of a kind; null where there is none. */
    String primary(IdentifierType type) {
        return switch (type) {
            case EMAIL_ADDRESS -> primaryEmailAddressId;
            case PHONE_NUMBER -> primaryPhoneNumberId;
            case WEB3_WALLET -> primaryWeb3WalletId;
            case USERNAME -> null;
        };
    }

    String primaryEmailAddressId() {
        return primaryEmailAddressId;
    }

    String primaryPhoneNumberId() {
        return primaryPhoneNumberId;
    }

    String primaryWeb3WalletId() {
        return primaryWeb3WalletId;
    }

    String passwordDigest() {
        return passwordDigest;
    }

    boolean passwordCompromised() {
        return passwordCompromised;
    }

    Instant passwordUpdatedAt() {
        return passwordUpdatedAt;
    }

    JsonObject publicMetadata() {
        return publicMetadata;
    }

    JsonObject privateMetadata() {
        return privateMetadata;
    }

    JsonObject unsafeMetadata() {
        return unsafeMetadata;
    }

    String imageId() {
        return imageId;
    }

    boolean banned() {
        return banned;
    }

    boolean locked() {
        return locked;
    }

    boolean deleteSelfEnabled() {
        return deleteSelfEnabled;
    }

    boolean createOrganizationEnabled() {
        return createOrganizationEnabled;
    }

    Integer createOrganizationsLimit() {
        return createOrganizationsLimit;
    }

    boolean bypassClientTrust() {
        return bypassClientTrust;
    }

    boolean totpEnabled() {
        return totpEnabled;
    }

    boolean backupCodeEnabled() {
        return backupCodeEnabled;
    }

    Instant mfaEnabledAt() {
        return mfaEnabledAt;
    }

    Instant mfaDisabledAt() {
        return mfaDisabledAt;
    }

    Instant legalAcceptedAt() {
        return legalAcceptedAt;
    }

    Instant lastSignInAt() {
        return lastSignInAt;
    }

    Instant lastActiveAt() {
        return lastActiveAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
