package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.backend.VouchedIdentifiers.Status;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.user.UserPhones;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;

/** The phone numbers of users, as an app's server gives and takes them: it vouches for what it calls verified. */
@Stateless
public class PhoneNumberAdmin {

    private static final IdentifierType PHONE = IdentifierType.PHONE_NUMBER;
    private static final String RESERVED = "reserved_for_second_factor";

    @Inject
    private UserService users;

    @Inject
    private UserPhones phones;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private VouchedIdentifiers identifiers;

    @Inject
    private AuditLog audit;

    /** Gives a user a number; only one that is verified can be the primary one, or kept for the second step of signing in. */
    public PhoneNumberView create(Instance instance, Input body) {
        body.only(Set.of("user_id", "phone_number", "verified", "primary", RESERVED));
        var userId = body.required("user_id");
        var number = number(instance, body);
        boolean verified = body.flag("verified", false);
        boolean reserved = body.flag(RESERVED, false);
        if (!verified && body.flag("primary", false)) {
            throw VouchedIdentifiers.onlyVerified(PHONE);
        }
        if (!verified && reserved) {
            throw IdentifierProblem.IDENTIFICATION_CREATE_SECOND_FACTOR_UNVERIFIED.refusal(RESERVED);
        }
        users.hold(instance, userId);
        var phone = identifiers.add(instance, userId, PHONE, number, verified ? Status.VERIFIED : Status.UNVERIFIED);
        if (verified) {
            users.gained(instance, userId, phone);
        }
        if (body.flag("primary", false)) {
            phones.makePrimary(instance, userId, phone.id());
        }
        if (reserved) {
            phones.reserveForSecondFactor(instance, userId, phone.id(), true);
        }
        done(instance, "phone_number.created", phone.id());
        return get(instance, phone.id());
    }

    /** One number. */
    public PhoneNumberView get(Instance instance, String phoneNumberId) {
        var phone = identifiers.require(instance, PHONE, phoneNumberId);
        var challenges = verifications.views(instance.id(), Collections.singletonList(phone.verificationId()));
        return PhoneNumberView.of(phone, challenges);
    }

    /** Says that a number is verified, or is no more, makes it the primary one, and keeps it for the second step of signing in. */
    public PhoneNumberView update(Instance instance, String phoneNumberId, Input body) {
        body.only(Set.of("verified", "primary", RESERVED));
        var userId = identifiers.require(instance, PHONE, phoneNumberId).userId();
        users.hold(instance, userId);
        var phone = identifications.require(instance.id(), userId, phoneNumberId);
        body.flag("verified")
                .filter(wanted -> wanted != phone.verified())
                .ifPresent(wanted -> identifiers.say(instance, phone, wanted, phones.primary(instance, userId)));
        if (body.flag("primary", false)) {
            var now = identifications.require(instance.id(), userId, phoneNumberId);
            if (!now.verified() && !now.reserved()) {
                throw VouchedIdentifiers.onlyVerified(PHONE);
            }
            phones.makePrimary(instance, userId, phoneNumberId);
        }
        body.flag(RESERVED)
                .filter(wanted -> wanted != phone.reservedForSecondFactor())
                .ifPresent(wanted -> phones.reserveForSecondFactor(instance, userId, phoneNumberId, wanted));
        done(instance, "phone_number.updated", phoneNumberId);
        return get(instance, phoneNumberId);
    }

    /** Takes a number away; another verified one becomes the primary one. */
    public DeletedView delete(Instance instance, String phoneNumberId) {
        users.remove(
                instance, identifiers.require(instance, PHONE, phoneNumberId).userId(), PHONE, phoneNumberId);
        done(instance, "phone_number.deleted", phoneNumberId);
        return DeletedView.of("phone_number", phoneNumberId);
    }

    /** Gives a user one number, the primary one, in place of all they had. It is not kept for the second step of signing in. */
    public PhoneNumberView replace(Instance instance, String userId, Input body) {
        body.only(Set.of("phone_number", Status.FIELD));
        var number = number(instance, body);
        var status = Status.of(body);
        users.hold(instance, userId);
        phones.replaceAll(instance, userId, () -> identifiers.add(instance, userId, PHONE, number, status));
        return get(instance, phones.primary(instance, userId));
    }

    private void done(Instance instance, String act, String phoneNumberId) {
        audit.record(instance.id(), AuditAct.of(act, "phone_number", phoneNumberId));
    }

    private static String number(Instance instance, Input body) {
        var number = PhoneNumbers.e164(body.required("phone_number"), "phone_number");
        UserFields.refuseDisabled(instance, body);
        return number;
    }
}
