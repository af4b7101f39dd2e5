package dev.rollcall.factor;

import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.phone.PhoneNumbers;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who says who they are and has yet to prove it.
 *
 * @param typed the identifier they gave
 * @param userId the user's; or what stands for it where there is none
 * @param exists whether there is such a user; only a veiled candidate may not be
 * @param orNewcomer whether nobody may learn it before the identifier is proved, and whoever proves one that nobody has may sign up by it
 * @param welcome whether that is a newcomer whom the instance would take in; to any other nothing is sent
 * @param veiledAddressId the id under which the one address is offered, where nobody may learn whether there is such a user
 * @param veiledPhoneNumberId the same of the one phone number
 * @param identifications all that names the user
 * @param passwordCompromised whether the password is held for known to others
 */
public record Candidate(
        String userId,
        boolean exists,
        boolean orNewcomer,
        boolean welcome,
        Optional<String> veiledAddressId,
        Optional<String> veiledPhoneNumberId,
        String typed,
        List<Identified> identifications,
        String primaryEmailAddressId,
        String primaryPhoneNumberId,
        Optional<String> passwordDigest,
        boolean passwordCompromised) {

    /** Whether nobody may learn if there is such a user. */
    public boolean isVeiled() {
        return veiledAddressId.isPresent();
    }

    /** Whether this is somebody who may yet become a user, by the identifier that they gave. */
    public boolean isNewcomer() {
        return orNewcomer && !exists;
    }

    /** Whether a challenge of what proves this kind of identifier can be sent: to whoever may be a newcomer, only to what they gave. */
    boolean isAskedBy(IdentifierType type) {
        return !orNewcomer || Typed.kind(typed) == type;
    }

    /** How the one address is shown of somebody who may not exist. */
    String veiledAddress() {
        return typed.indexOf('@') > 0 ? typed : Veil.HIDDEN;
    }

    /** How the one phone number is shown of somebody who may not exist. */
    String veiledPhoneNumber() {
        return Identifiers.isPhoneNumber(typed) ? typed : Veil.HIDDEN;
    }

    /** The phone numbers that codes may be sent to in the first step: those that are not kept for the second. */
    List<Identified> firstFactorPhones() {
        return identifications.stream()
                .filter(i -> i.type() == IdentifierType.PHONE_NUMBER && i.verified() && !i.reservedForSecondFactor())
                .toList();
    }

    /** The e-mail addresses that codes may be sent to. */
    List<Identified> verifiedEmails() {
        return identifications.stream()
                .filter(i -> i.type() == IdentifierType.EMAIL_ADDRESS && i.verified())
                .toList();
    }

    /** Of these, the one that was typed, else the primary one, else the first. */
    Identified usual(List<Identified> some, String primaryId) {
        return some.stream()
                .filter(this::isTyped)
                .findFirst()
                .or(() -> some.stream().filter(i -> i.id().equals(primaryId)).findFirst())
                .orElse(some.get(0));
    }

    private boolean isTyped(Identified identification) {
        return Identifiers.canonical(identification.identifier()).equals(Identifiers.canonical(typed));
    }

    /** How an address or a number is shown: in full, as it is kept, to the one who typed it, masked otherwise. */
    String safe(Identified identification) {
        var identifier = identification.identifier();
        if (isTyped(identification)) {
            return identifier;
        }
        return identification.type() == IdentifierType.PHONE_NUMBER
                ? PhoneNumbers.masked(identifier)
                : Identifiers.masked(identifier);
    }
}
