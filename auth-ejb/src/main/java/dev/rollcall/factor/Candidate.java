package dev.rollcall.factor;

import dev.rollcall.identifier.Identified;
import dev.rollcall.identifier.IdentifierType;
import dev.rollcall.identifier.Identifiers;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who says who they are and has yet to prove it.
 *
 * @param typed the identifier they gave
 * @param userId the user's; or what stands for it where there is none
 * @param exists whether there is such a user; only a veiled candidate may not be
 * @param veiledAddressId the id under which the one address is offered, where nobody may learn whether there is such a user
 * @param identifications all that names the user
 */
public record Candidate(
        String userId,
        boolean exists,
        Optional<String> veiledAddressId,
        String typed,
        List<Identified> identifications,
        String primaryEmailAddressId,
        Optional<String> passwordDigest) {

    /** Whether nobody may learn if there is such a user. */
    boolean isVeiled() {
        return veiledAddressId.isPresent();
    }

    /** How the one address is shown of somebody who may not exist. */
    String veiledAddress() {
        return typed.indexOf('@') > 0 ? typed : Veil.HIDDEN;
    }

    /** The e-mail addresses that codes may be sent to. */
    List<Identified> verifiedEmails() {
        return identifications.stream()
                .filter(i -> i.type() == IdentifierType.EMAIL_ADDRESS && i.verified())
                .toList();
    }

    /** How an e-mail address is shown: in full to the one who typed it, masked otherwise. */
    String safe(Identified email) {
        boolean wasTyped = Identifiers.canonical(email.identifier()).equals(Identifiers.canonical(typed));
        return wasTyped ? typed : Identifiers.masked(email.identifier());
    }
}
