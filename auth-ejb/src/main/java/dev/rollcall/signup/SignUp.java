package dev.rollcall.signup;

import dev.rollcall.client.ClientRef;
import dev.rollcall.data.Row;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.input.Change;
import dev.rollcall.invitation.Invited;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody on the way to an account, at one client. Nothing here is a user until it is complete. */
@Entity
@Table(name = "sign_up")
class SignUp extends Row {

    private static final Duration LIFETIME = Duration.ofDays(1);

    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private SignUpStatus status;

    @Column(name = "email_address")
    private String emailAddress;

    @Column(name = "email_verification_id")
    private String emailVerificationId;

    @Column(name = "phone_number")
    private String phoneNumber;

    @Column(name = "phone_verification_id")
    private String phoneVerificationId;

    @Column(name = "web3_wallet")
    private String web3Wallet;

    @Column(name = "web3_verification_id")
    private String web3VerificationId;

    private String username;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "password_digest")
    private String passwordDigest;

    @Column(name = "unsafe_metadata")
    private JsonObject unsafeMetadata = JsonObject.EMPTY_JSON_OBJECT;

    private String locale;

    @Column(name = "legal_accepted_at")
    private Instant legalAcceptedAt;

    @Column(name = "invitation_id")
    private String invitationId;

    @Column(name = "public_metadata")
    private JsonObject publicMetadata = JsonObject.EMPTY_JSON_OBJECT;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "custom_action")
    private boolean customAction;

    @Column(name = "created_session_id")
    private String createdSessionId;

    @Column(name = "created_user_id")
    private String createdUserId;

    @Column(name = "abandon_at")
    private Instant abandonAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SignUp() {}

    SignUp(ClientRef client, Instant now) {
        super(client.instanceId(), Ids.next(Prefix.SIGN_UP));
        clientId = client.id();
        status = SignUpStatus.MISSING_REQUIREMENTS;
        abandonAt = now.plus(LIFETIME);
        createdAt = now;
        updatedAt = now;
    }

    /** Takes over what a request says. Another address, number or wallet has to be proved anew. */
    void fill(SignUpFields fields, Instant now) {
        move(SignUpStep.FILLED, now);
        var newEmailAddress = fields.emailAddress().applyTo(emailAddress);
        if (isInvited() && !emailAddress.equals(newEmailAddress)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("email_address")
                    .saying("The invitation is for another email address.");
        }
        if (newEmailAddress == null || !newEmailAddress.equals(emailAddress)) {
            emailVerificationId = null;
        }
        emailAddress = newEmailAddress;
        var newPhoneNumber = fields.phoneNumber().applyTo(phoneNumber);
        if (newPhoneNumber == null || !newPhoneNumber.equals(phoneNumber)) {
            phoneVerificationId = null;
        }
        phoneNumber = newPhoneNumber;
        var newWallet = fields.web3Wallet().applyTo(web3Wallet);
        if (newWallet == null || !newWallet.equals(web3Wallet)) {
            web3VerificationId = null;
        }
        web3Wallet = newWallet;
        username = fields.username().applyTo(username);
        firstName = fields.firstName().applyTo(firstName);
        lastName = fields.lastName().applyTo(lastName);
        locale = fields.locale().applyTo(locale);
        unsafeMetadata = fields.unsafeMetadata().orElse(unsafeMetadata);
        if (fields.legalAccepted()) {
            legalAcceptedAt = now;
        }
    }

    /** A sign-in has proved this already. */
    void takeOver(IdentifierType type, String identifier, String verificationId, Instant now) {
        move(SignUpStep.FILLED, now);
        switch (type) {
            case EMAIL_ADDRESS -> emailAddress = identifier;
            case PHONE_NUMBER -> phoneNumber = identifier;
            case WEB3_WALLET -> web3Wallet = identifier;
            case USERNAME -> throw new IllegalArgumentException(type + " is not proved");
        }
        challenge(type, verificationId, now);
    }

    /** Somebody was asked in: the address is the invited one and counts as proved, whatever was there before. */
    void invite(Invited by, String verificationId, Instant now) {
        move(SignUpStep.FILLED, now);
        invitationId = by.invitationId();
        emailAddress = by.emailAddress();
        emailVerificationId = verificationId;
        publicMetadata = by.publicMetadata();
        updatedAt = now;
    }

    /** The app's server says who this will be. */
    void describe(Change<String> newExternalId, Optional<Boolean> newCustomAction, Instant now) {
        if (statusAt(now) != SignUpStatus.MISSING_REQUIREMENTS) {
            throw SignUpProblem.SIGN_UP_CANNOT_BE_UPDATED.refusal();
        }
        externalId = newExternalId.applyTo(externalId);
        customAction = newCustomAction.orElse(customAction);
        updatedAt = now;
    }

    boolean isInvited() {
        return invitationId != null;
    }

    void protectWith(String digest) {
        passwordDigest = digest;
    }

    /** A challenge was sent to what is claimed: its answer proves that and nothing else. */
    void challenge(IdentifierType type, String verificationId, Instant now) {
        move(SignUpStep.CHALLENGED, now);
        switch (type) {
            case EMAIL_ADDRESS -> emailVerificationId = verificationId;
            case PHONE_NUMBER -> phoneVerificationId = verificationId;
            case WEB3_WALLET -> web3VerificationId = verificationId;
            case USERNAME -> throw new IllegalArgumentException(type + " is not challenged");
        }
    }

    /** What is claimed of a kind; null for nothing. */
    String identifier(IdentifierType type) {
        return switch (type) {
            case EMAIL_ADDRESS -> emailAddress;
            case PHONE_NUMBER -> phoneNumber;
            case USERNAME -> username;
            case WEB3_WALLET -> web3Wallet;
        };
    }

    /** The latest challenge that was sent to it; null for none. */
    String verificationId(IdentifierType type) {
        return switch (type) {
            case EMAIL_ADDRESS -> emailVerificationId;
            case PHONE_NUMBER -> phoneVerificationId;
            case WEB3_WALLET -> web3VerificationId;
            case USERNAME -> null;
        };
    }

    void complete(String userId, String sessionId, Instant now) {
        move(SignUpStep.REQUIREMENTS_MET, now);
        createdUserId = userId;
        createdSessionId = sessionId;
        passwordDigest = null;
    }

    SignUpStatus statusAt(Instant now) {
        return now.isAfter(abandonAt) ? status.after(SignUpStep.EXPIRED) : status;
    }

    private void move(SignUpStep step, Instant now) {
        status = statusAt(now).after(step);
        updatedAt = now;
    }

    /** What a password must not be made of. */
    List<String> about() {
        return java.util.stream.Stream.of(emailAddress, phoneNumber, username, firstName, lastName)
                .filter(t -> t != null)
                .toList();
    }

    boolean hasPassword() {
        return passwordDigest != null;
    }

    String clientId() {
        return clientId;
    }

    String emailAddress() {
        return emailAddress;
    }

    String phoneNumber() {
        return phoneNumber;
    }

    String username() {
        return username;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String passwordDigest() {
        return passwordDigest;
    }

    JsonObject unsafeMetadata() {
        return unsafeMetadata;
    }

    String locale() {
        return locale;
    }

    Instant legalAcceptedAt() {
        return legalAcceptedAt;
    }

    String invitationId() {
        return invitationId;
    }

    JsonObject publicMetadata() {
        return publicMetadata;
    }

    String externalId() {
        return externalId;
    }

    boolean customAction() {
        return customAction;
    }

    String createdSessionId() {
        return createdSessionId;
    }

    String createdUserId() {
        return createdUserId;
    }

    Instant abandonAt() {
        return abandonAt;
    }
}
