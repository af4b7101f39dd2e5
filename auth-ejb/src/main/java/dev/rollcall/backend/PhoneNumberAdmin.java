package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.user.UserPhones;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The phone numbers of users, as an app's server gives and takes them: it vouches for what it calls verified. */
@Stateless
public class PhoneNumberAdmin {

    private static final IdentifierType PHONE = IdentifierType.PHONE_NUMBER;
    private static final String STATUS = "identification_status";
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
    private AuditLog audit;

    /** Gives a user a number; only one that is verified can be the primary one, or kept for the second step of signing in. */
    public PhoneNumberView create(Instance instance, Input body) {
        body.only(Set.of("user_id", "phone_number", "verified", "primary", RESERVED));
        var userId = body.required("user_id");
        var number = number(instance, body);
        boolean verified = body.flag("verified", false);
        boolean reserved = body.flag(RESERVED, false);
        if (!verified && body.flag("primary", false)) {
            throw onlyVerified();
        }
        if (!verified && reserved) {
            throw IdentifierProblem.IDENTIFICATION_CREATE_SECOND_FACTOR_UNVERIFIED.refusal(RESERVED);
        }
        users.hold(instance, userId);
        var phone = verified
                ? addVerified(instance, userId, number)
                : identifications.claim(instance, userId, PHONE, number);
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
        var phone = require(instance, phoneNumberId);
        var challenges = verifications.views(instance.id(), Collections.singletonList(phone.verificationId()));
        return PhoneNumberView.of(phone, challenges);
    }

    /** Says that a number is verified, or is no more, makes it the primary one, and keeps it for the second step of signing in. */
    public PhoneNumberView update(Instance instance, String phoneNumberId, Input body) {
        body.only(Set.of("verified", "primary", RESERVED));
        var userId = require(instance, phoneNumberId).userId();
        users.hold(instance, userId);
        var phone = identifications.require(instance.id(), userId, phoneNumberId);
        body.flag("verified").filter(wanted -> wanted != phone.verified()).ifPresent(wanted -> {
            if (wanted) {
                var passed = verifications.passed(instance, Strategy.ADMIN);
                identifications.verified(instance, userId, phoneNumberId, passed);
                users.gained(instance, userId, phone);
            } else {
                unverify(instance, phone);
            }
        });
        if (body.flag("primary", false)) {
            var now = identifications.require(instance.id(), userId, phoneNumberId);
            if (!now.verified() && !now.reserved()) {
                throw onlyVerified();
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
        users.remove(instance, require(instance, phoneNumberId).userId(), PHONE, phoneNumberId);
        done(instance, "phone_number.deleted", phoneNumberId);
        return DeletedView.of("phone_number", phoneNumberId);
    }

    /** Gives a user one number, the primary one, in place of all they had. It is not kept for the second step of signing in. */
    public PhoneNumberView replace(Instance instance, String userId, Input body) {
        body.only(Set.of("phone_number", STATUS));
        var number = number(instance, body);
        var status = body.text(STATUS).orElse("verified");
        if (!Set.of("verified", "reserved", "unverified").contains(status)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal(STATUS)
                    .saying(STATUS + " must be verified, reserved or unverified.");
        }
        users.hold(instance, userId);
        phones.replaceAll(instance, userId, () -> switch (status) {
            case "reserved" -> identifications.addReserved(instance, userId, PHONE, number);
            case "unverified" -> identifications.claim(instance, userId, PHONE, number);
            default -> addVerified(instance, userId, number);
        });
        return get(instance, phones.primary(instance, userId));
    }

    private void done(Instance instance, String act, String phoneNumberId) {
        audit.record(instance.id(), AuditAct.of(act, "phone_number", phoneNumberId));
    }

    private Identified addVerified(Instance instance, String userId, String number) {
        return identifications.addVerified(
                instance, userId, PHONE, number, verifications.passed(instance, Strategy.ADMIN));
    }

    /** What names the user must go on naming them. */
    private void unverify(Instance instance, Identified phone) {
        if (phone.id().equals(phones.primary(instance, phone.userId()))) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("verified")
                    .saying("The primary phone number stays verified. Make another one the primary one first.");
        }
        boolean last = identifications.of(instance.id(), List.of(phone.userId())).stream()
                .noneMatch(other -> other.verified() && !other.id().equals(phone.id()));
        if (last) {
            throw IdentifierProblem.IDENTIFICATION_DELETION_FAILED.refusal("verified");
        }
        identifications.unverified(instance, phone.userId(), phone.id());
    }

    private Identified require(Instance instance, String phoneNumberId) {
        return identifications
                .find(instance, phoneNumberId)
                .filter(found -> found.type() == PHONE)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private static String number(Instance instance, Input body) {
        var number = PhoneNumbers.e164(body.required("phone_number"), "phone_number");
        UserFields.refuseDisabled(instance, body);
        return number;
    }

    private static RuntimeException onlyVerified() {
        return CommonProblem.FORM_PARAM_VALUE_INVALID
                .refusal("primary")
                .saying("Only a verified phone number can be the primary one.");
    }
}
