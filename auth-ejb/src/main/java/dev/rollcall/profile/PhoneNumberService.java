package dev.rollcall.profile;

import dev.rollcall.data.Transactions;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.factor.SecondFactorEnrolment;
import dev.rollcall.identifier.IdentificationService;
import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierProblem;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.PhoneNumberView;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.page.DeletedView;
import dev.rollcall.phone.PhoneNumbers;
import dev.rollcall.restriction.Restrictions;
import dev.rollcall.reverification.StepUp;
import dev.rollcall.security.Caller;
import dev.rollcall.security.Limit;
import dev.rollcall.security.RateLimits;
import dev.rollcall.session.SessionService;
import dev.rollcall.session.SessionTasks;
import dev.rollcall.user.UserPhones;
import dev.rollcall.user.UserService;
import dev.rollcall.verification.Destination;
import dev.rollcall.verification.PhoneChannel;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationProblem;
import dev.rollcall.verification.VerificationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;

/** A signed-in user's own phone numbers: adding, proving and removing them, and keeping one for the second step of signing in. */
@Stateless
public class PhoneNumberService {

    private static final IdentifierType PHONE = IdentifierType.PHONE_NUMBER;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Transactions transactions;

    @Inject
    private SessionService sessions;

    @Inject
    private UserService users;

    @Inject
    private UserPhones phones;

    @Inject
    private StepUp stepUp;

    @Inject
    private SessionTasks tasks;

    @Inject
    private SecondFactorEnrolment enrolment;

    @Inject
    private OwnNames names;

    @Inject
    private IdentificationService identifications;

    @Inject
    private VerificationService verifications;

    @Inject
    private RateLimits limits;

    /** All of them ({@code getPhoneNumbers}). */
    public List<PhoneNumberView> list(Caller caller) {
        var user = sessions.current(caller).userId();
        return users.view(caller.instance(), user).phoneNumbers();
    }

    /** Claims a number that is yet to be proved ({@code postPhoneNumbers}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PhoneNumberView create(Caller caller, Input form) {
        var userId = transactions.required(() -> sessions.current(caller).userId());
        limits.take(caller, Limit.USER_CHANGE, userId); // it says whether the number is taken
        return transactions.required(() -> created(caller, form));
    }

    private PhoneNumberView created(Caller caller, Input form) {
        var instance = caller.instance();
        var userId = stepUp.securing(caller).userId();
        var number = PhoneNumbers.e164(form.required("phone_number"), "phone_number");
        if (!instance.settings().attributes().phoneNumber().enabled()) {
            throw CommonProblem.FORM_PARAM_UNKNOWN.refusal("phone_number");
        }
        if (form.flag("reserved_for_second_factor", false)) {
            throw IdentifierProblem.IDENTIFICATION_CREATE_SECOND_FACTOR_UNVERIFIED.refusal();
        }
        restrictions.refuseAddition(instance, PHONE, number);
        var claimed = names.claim(instance, userId, PHONE, number);
        return view(instance, claimed);
    }

    /** One number ({@code ReadPhoneNumber}). */
    public PhoneNumberView get(Caller caller, String phoneNumberId) {
        return view(caller.instance(), own(caller, phoneNumberId));
    }

    /** Keeps a number for the second step of signing in, and says which is asked for first there ({@code UpdatePhoneNumber}). */
    public PhoneNumberView update(Caller caller, String phoneNumberId, Input form) {
        var instance = caller.instance();
        var userId = stepUp.securing(caller).userId();
        tasks.hold(instance.id(), userId);
        users.hold(instance, userId);
        var phone = own(caller, phoneNumberId);
        boolean keeps = form.flag("reserved_for_second_factor", phone.reservedForSecondFactor());
        if (keeps != phone.reservedForSecondFactor()) {
            phones.reserveForSecondFactor(instance, userId, phoneNumberId, keeps);
        }
        form.flag("default_second_factor").ifPresent(wanted -> {
            if (wanted) {
                identifications.makeDefaultSecondFactor(instance, userId, phoneNumberId);
            } else if (phone.defaultSecondFactor()) {
                throw IdentifierProblem.FORM_DISABLE_DEFAULT_SECOND_FACTOR_NOT_ALLOWED.refusal("default_second_factor");
            }
        });
        return settled(caller, userId, get(caller, phoneNumberId), keeps && !phone.reservedForSecondFactor());
    }

    /** What goes along with second factors: backup codes that come with the first, and tasks that are done by it. */
    private PhoneNumberView settled(Caller caller, String userId, PhoneNumberView phone, boolean gained) {
        var instance = caller.instance();
        var codes = gained ? enrolment.firstBackupCodes(instance, userId) : null;
        if (!gained) {
            enrolment.lost(instance, userId);
        }
        tasks.reconsider(instance, userId);
        return codes == null ? phone : phone.with(codes);
    }

    /** Takes a number away; the last proved identification stays ({@code DeletePhoneNumber}). */
    public DeletedView delete(Caller caller, String phoneNumberId) {
        var userId = stepUp.sensitive(caller).userId();
        names.remove(caller.instance(), userId, PHONE, phoneNumberId);
        enrolment.lost(caller.instance(), userId);
        return DeletedView.of("phone_number", phoneNumberId);
    }

    /** Sends the code that proves the number ({@code sendVerificationSMS}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PhoneNumberView prepare(Caller caller, String phoneNumberId, Input form) {
        if (!form.required("strategy").equals(Strategy.PHONE_CODE.wire())) {
            throw Strategy.unavailable();
        }
        var asked = transactions.required(() -> own(caller, phoneNumberId));
        limits.takeNamed(caller, Limit.CODE, asked.identifier());
        return transactions.required(() -> prepared(caller, phoneNumberId, form));
    }

    private PhoneNumberView prepared(Caller caller, String phoneNumberId, Input form) {
        var instance = caller.instance();
        var phone = own(caller, phoneNumberId);
        if (phone.verified()) {
            throw VerificationProblem.VERIFICATION_ALREADY_VERIFIED.refusal();
        }
        var to = Destination.phone(phone.identifier(), PhoneChannel.wanted(instance, form));
        var verificationId = verifications.sendCode(instance, Strategy.PHONE_CODE, to, phone.userId());
        identifications.challenged(instance.id(), phone.userId(), phone.id(), verificationId);
        return get(caller, phoneNumberId);
    }

    /** Answers the code ({@code verifyPhoneNumber}). */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PhoneNumberView attempt(Caller caller, String phoneNumberId, Input form) {
        limits.take(caller, Limit.ATTEMPT);
        var asked = transactions.required(() -> own(caller, phoneNumberId));
        names.judge(caller, asked, form.required("code"));
        return transactions.required(() -> {
            names.proved(caller, asked);
            return get(caller, phoneNumberId);
        });
    }

    private Identified own(Caller caller, String phoneNumberId) {
        return names.require(caller, PHONE, phoneNumberId);
    }

    private PhoneNumberView view(Instance instance, Identified phone) {
        var challenges = verifications.views(instance.id(), Collections.singletonList(phone.verificationId()));
        return PhoneNumberView.of(phone, challenges);
    }
}
