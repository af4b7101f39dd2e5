package dev.rollcall.user;

import dev.rollcall.data.Row;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import jakarta.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person. What names them is kept as identifications. */
@Entity
@Table(name = "users")
class User extends Row {

    private String externalId;
    private String firstName;
    private String lastName;
    private String locale;
    private String primaryEmailAddressId;
    private String passwordDigest;
    private Instant passwordUpdatedAt;
    private JsonObject publicMetadata = JsonObject.EMPTY_JSON_OBJECT;
    private JsonObject privateMetadata = JsonObject.EMPTY_JSON_OBJECT;
    private JsonObject unsafeMetadata = JsonObject.EMPTY_JSON_OBJECT;
    private String imageId;
    private boolean banned;
    private boolean locked;
    private boolean deleteSelfEnabled;
    private boolean createOrganizationEnabled;
    private Integer createOrganizationsLimit;
    private boolean bypassClientTrust;
    private Instant legalAcceptedAt;
    private Instant lastSignInAt;
    private Instant lastActiveAt;
    private Instant createdAt;
    private Instant updatedAt;

    protected User() {}

    User(String instanceId, NewUser wanted, Instant now) {
        super(instanceId, Ids.next(Prefix.USER));
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

    void makePrimary(String emailAddressId, Instant now) {
        primaryEmailAddressId = emailAddressId;
        updatedAt = now;
    }

    void setPassword(String digest, Instant now) {
        passwordDigest = digest;
        passwordUpdatedAt = now;
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

    String primaryEmailAddressId() {
        return primaryEmailAddressId;
    }

    String passwordDigest() {
        return passwordDigest;
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
