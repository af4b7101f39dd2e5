package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.EmailAddressView;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The e-mail addresses of users, as an app's server gives and takes them: it vouches for what it calls verified. */
@Stateless
public class EmailAddressAdmin {

    private static final IdentifierType EMAIL = IdentifierType.EMAIL_ADDRESS;
    private static final String STATUS = "identification_status";

    @Inject
    private UserService users;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

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
            throw onlyVerified();
        }
        users.hold(instance, userId);
        var before = primary.of(instance, userId);
        var email = verified
                ? addVerified(instance, userId, address)
                : identifications.claim(instance, userId, EMAIL, address);
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
        var email = require(instance, emailAddressId);
        var challenges = verifications.views(instance.id(), Collections.singletonList(email.verificationId()));
        return EmailAddressView.of(email, challenges);
    }

    /** Says that an address is verified, or is no more, and makes it the primary one. */
    public EmailAddressView update(Instance instance, String emailAddressId, Input body) {
        body.only(Set.of("verified", "primary", PrimaryAddress.NOTIFY));
        var userId = require(instance, emailAddressId).userId();
        users.hold(instance, userId);
        var email = identifications.require(instance.id(), userId, emailAddressId);
        var before = primary.of(instance, userId);
        body.flag("verified").filter(wanted -> wanted != email.verified()).ifPresent(wanted -> {
            if (wanted) {
                var passed = verifications.passed(instance, Strategy.ADMIN);
                identifications.verified(instance, userId, emailAddressId, passed);
                users.gained(instance, userId, email);
            } else {
                unverify(instance, email);
            }
        });
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
        users.remove(instance, require(instance, emailAddressId).userId(), EMAIL, emailAddressId);
        done(instance, "email_address.deleted", emailAddressId);
        return DeletedView.of("email_address", emailAddressId);
    }

    /** Gives a user one address, the primary one, in place of all they had. */
    public EmailAddressView replace(Instance instance, String userId, Input body) {
        body.only(Set.of("email_address", STATUS, PrimaryAddress.NOTIFY));
        var address = address(instance, body);
        var status = body.text(STATUS).orElse("verified");
        if (!Set.of("verified", "reserved", "unverified").contains(status)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(STATUS)
                    .saying(STATUS + " must be verified, reserved or unverified.");
        }
        users.hold(instance, userId);
        var before = primary.of(instance, userId);
        users.replaceEmailAddresses(instance, userId, () -> switch (status) {
            case "reserved" -> identifications.addReserved(instance, userId, EMAIL, address);
            case "unverified" -> identifications.claim(instance, userId, EMAIL, address);
            default -> addVerified(instance, userId, address);
        });
        primary.tell(instance, userId, before, body);
        return get(instance, users.primaryEmailAddress(instance, userId));
    }

    private void done(Instance instance, String act, String emailAddressId) {
        audit.record(instance.id(), AuditAct.of(act, "email_address", emailAddressId));
    }

    private Identified addVerified(Instance instance, String userId, String address) {
        return identifications.addVerified(
                instance, userId, EMAIL, address, verifications.passed(instance, Strategy.ADMIN));
    }

    /** What names the user must go on naming them. */
    private void unverify(Instance instance, Identified email) {
        if (email.id().equals(users.primaryEmailAddress(instance, email.userId()))) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("verified")
                    .saying("The primary email address stays verified. Make another one the primary one first.");
        }
        boolean last = identifications.of(instance.id(), List.of(email.userId())).stream()
                .noneMatch(other -> other.verified() && !other.id().equals(email.id()));
        if (last) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal("verified");
        }
        identifications.unverified(instance, email.userId(), email.id());
    }

    private Identified require(Instance instance, String emailAddressId) {
        return identifications
                .find(instance, emailAddressId)
                .filter(found -> found.type() == EMAIL)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private static String address(Instance instance, Input body) {
        var address = Identifiers.emailAddress(body.required("email_address"), "email_address");
        UserFields.refuseDisabled(instance, body);
        return address;
    }

    private static void refuseUnverified(Identified email) {
        if (!email.verified() && !email.reserved()) {
            throw onlyVerified();
        }
    }

    private static RuntimeException onlyVerified() {
        return CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("primary")
                .saying("Only a verified email address can be the primary one.");
    }
}
