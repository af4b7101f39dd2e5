package dev.rollcall.factor;

import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.instance.Instance;
import dev.rollcall.verification.Strategy;
import dev.rollcall.verification.VerificationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A code by text message to a number that is kept for this. */
@ApplicationScoped
class PhoneCodeSecondFactor extends PhoneCode implements SecondFactor {

    PhoneCodeSecondFactor() {
        this(null); // for the container's proxy
    }

    @Inject
    PhoneCodeSecondFactor(VerificationService verifications) {
        super(Strategy.PHONE_CODE, verifications);
    }

    @Override
    public boolean demands() {
        return true;
    }

    @Override
    boolean usable(Instance instance) {
        var phone = instance.settings().attributes().phoneNumber();
        return phone.enabled()
                && phone.usedForSecondFactor()
                && phone.secondFactors().contains(strategy().wire());
    }

    @Override
    List<Identified> numbers(Candidate user) {
        return user.identifications().stream()
                .filter(i -> i.type() == IdentifierType.PHONE_NUMBER && i.verified() && i.reservedForSecondFactor())
                .toList();
    }

    @Override
    FactorView view(Candidate user, Identified phone) {
        return FactorView.ofSecondPhoneNumber(
                strategy().wire(), user.safe(phone), phone.id(), phone.defaultSecondFactor());
    }

    /** The one that the user wants to be asked first. */
    @Override
    Identified usual(Candidate user) {
        var kept = numbers(user);
        return kept.stream().filter(Identified::defaultSecondFactor).findFirst().orElseGet(() -> kept.get(0));
    }
}
