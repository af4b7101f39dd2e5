package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.backend.VouchedIdentifiers.Status;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;

/** The e-mail addresses of users, as an app's server gives and takes them: it vouches for what it calls verified. */
@Stateless
public class EmailAddressAdmin {

    private static final IdentifierType EMAIL = IdentifierType.EMAIL_ADDRESS;

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private VouchedIdentifiers identifiers;

    @Inject
    private PrimaryAddress primary;

    @Inject
    private AuditLog audit;

    /** Gives a user an address; only one that is verified can be the primary one. */
    public EmailAddressView create(Instance instance, Input body) {
        body.only(Set.of("user_id", "email_address", "verified", "primary", PrimaryAddress.NOTIFY));
        var userId = body.required("user_id");
        var address = address(instance, body);
        boolean verified = body.flag("verified", false);
        boolean asPrimary = body.flag("primary", false);
        if (asPrimary && !verified) {
            throw VouchedIdentifiers.onlyVerified(EMAIL);
        }
        users.hold(instance, userId);
        var before = primary.of(instance, userId);
        var email = identifiers.add(instance, userId, EMAIL, address, verified ? Status.VERIFIED : Status.UNVERIFIED);
        if (verified) {
            users.gained(instance, userId, email);
        }
        if (asPrimary) {
            users.makePrimary(instance, userId, email.id());
        }
        primary.tell(instance, userId, before, body);
        done(instance, "email_address.created", email.id());
        return get(instance, email.id());
    }

    /** One address. */
    public EmailAddressView get(Instance instance, String emailAddressId) {
        var email = identifiers.require(instance, EMAIL, emailAddressId);
        var challenges = verifications.views(instance.id(), Collections.singletonList(email.verificationId()));
        return EmailAddressView.of(email, challenges);
    }

    /** Says that an address is verified, or is no more, and makes it the primary one. */
    public EmailAddressView update(Instance instance, String emailAddressId, Input body) {
        body.only(Set.of("verified", "primary", PrimaryAddress.NOTIFY));
        var userId = identifiers.require(instance, EMAIL, emailAddressId).userId();
        users.hold(instance, userId);
        var email = identifications.require(instance.id(), userId, emailAddressId);
        var before = primary.of(instance, userId);
        body.flag("verified")
                .filter(wanted -> wanted != email.verified())
                .ifPresent(wanted ->
                        identifiers.say(instance, email, wanted, users.primaryEmailAddress(instance, userId)));
        if (body.flag("primary", false)) {
            refuseUnverified(identifications.require(instance.id(), userId, emailAddressId));
            users.makePrimary(instance, userId, emailAddressId);
        }
        primary.tell(instance, userId, before, body);
        done(instance, "email_address.updated", emailAddressId);
        return get(instance, emailAddressId);
    }

    /** Takes an address away; another verified one becomes the primary one. */
    public DeletedView delete(Instance instance, String emailAddressId) {
        users.remove(
                instance, identifiers.require(instance, EMAIL, emailAddressId).userId(), EMAIL, emailAddressId);
        done(instance, "email_address.deleted", emailAddressId);
        return DeletedView.of("email_address", emailAddressId);
    }

    /** Gives a user one address, the primary one, in place of all they had. */
    public EmailAddressView replace(Instance instance, String userId, Input body) {
        body.only(Set.of("email_address", Status.FIELD, PrimaryAddress.NOTIFY));
        var address = address(instance, body);
        var status = Status.of(body);
        users.hold(instance, userId);
        var before = primary.of(instance, userId);
        users.replaceEmailAddresses(instance, userId, () -> identifiers.add(instance, userId, EMAIL, address, status));
        primary.tell(instance, userId, before, body);
        return get(instance, users.primaryEmailAddress(instance, userId));
    }

    private void done(Instance instance, String act, String emailAddressId) {
        audit.record(instance.id(), AuditAct.of(act, "email_address", emailAddressId));
    }

    private static String address(Instance instance, Input body) {
        var address = Identifiers.emailAddress(body.required("email_address"), "email_address");
        UserFields.refuseDisabled(instance, body);
        return address;
    }

    private static void refuseUnverified(Identified email) {
        if (!email.verified() && !email.reserved()) {
            throw VouchedIdentifiers.onlyVerified(EMAIL);
        }
    }
}
