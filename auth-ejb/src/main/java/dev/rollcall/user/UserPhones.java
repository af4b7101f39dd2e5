package dev.rollcall.user;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The phone numbers of users, as far as the users themselves know of them: which is the primary one, and which are kept for later. */
@ApplicationScoped
public class UserPhones {

    @Inject
    private Rows rows;

    @Inject
    private Clock clock;

    @Inject
    private IdentificationService identifications;

    @Inject
    private UserFactors factors;

    @Inject
    private Event<UserUpdated> updates;

    @Inject
    private AuditLog audit;

    /** The id of the user's primary phone number; null where there is none. */
    public String primary(Instance instance, String userId) {
        return rows.find(User.class, instance.id(), userId)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal)
                .primaryPhoneNumberId();
    }

    /** Makes one of the user's verified phone numbers the primary one. */
    public void makePrimary(Instance instance, String userId, String phoneNumberId) {
        var user = changing(instance, userId);
        var phone = identifications.require(instance.id(), userId, phoneNumberId);
        if (phone.type() != IdentifierType.PHONE_NUMBER || !(phone.verified() || phone.reserved())) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("primary_phone_number_id")
                    .saying("Only a verified phone number can be the primary one.");
        }
        user.makePrimary(IdentifierType.PHONE_NUMBER, phoneNumberId, clock.now());
        done(instance, "user.primary_phone_number_changed", userId);
    }

    /** Gives the user one phone number, the primary one, in place of all there were. {@code add} adds it and says which it is. */
    public void replaceAll(Instance instance, String userId, Supplier<Identified> add) {
        var user = changing(instance, userId);
        identifications.removeAll(instance, userId, IdentifierType.PHONE_NUMBER);
        user.makePrimary(IdentifierType.PHONE_NUMBER, add.get().id(), clock.now());
        factors.phonesChanged(instance, userId);
        done(instance, "user.phone_numbers_replaced", userId);
    }

    /** Keeps a phone number for the second step of signing in, or gives it back to the first. */
    public void reserveForSecondFactor(Instance instance, String userId, String phoneNumberId, boolean reserved) {
        changing(instance, userId).touched(clock.now());
        identifications.reserveForSecondFactor(instance, userId, phoneNumberId, reserved);
        factors.phonesChanged(instance, userId);
        done(instance, reserved ? "user.second_factor_phone_added" : "user.second_factor_phone_removed", userId);
    }

    private User changing(Instance instance, String userId) {
        var user = rows.lock(User.class, instance.id(), userId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        updates.fire(new UserUpdated(instance.id(), userId));
        return user;
    }

    private void done(Instance instance, String act, String userId) {
        audit.record(instance.id(), AuditAct.of(act, "user", userId));
    }
}
