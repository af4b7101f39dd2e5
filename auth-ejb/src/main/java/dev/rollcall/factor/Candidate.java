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
 * @param identifications all that names the user
 */
public record Candidate(
        String userId,
        String typed,
        List<Identified> identifications,
        String primaryEmailAddressId,
        Optional<String> passwordDigest) {

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
