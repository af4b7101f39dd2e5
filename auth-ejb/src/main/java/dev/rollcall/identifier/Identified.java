package dev.rollcall.identifier;

import dev.rollcall.instance.Instance;

/**
 * One identification of a user, as other features read it.
 *
 * @param identifier as the person wrote it
 * @param reservedForSecondFactor a phone number that is asked for second, and names nobody
 * @param defaultSecondFactor the one of these that is asked first
 * @param verificationId the challenge that verified it, or the latest one sent; null if there was none
 * @param createdAt epoch milliseconds
 * @param updatedAt epoch milliseconds
 */
public record Identified(
        String id,
        String userId,
        IdentifierType type,
        String identifier,
        boolean verified,
        String verificationId,
        boolean reserved,
        boolean reservedForSecondFactor,
        boolean defaultSecondFactor,
        long createdAt,
        long updatedAt) {

    /** Whether its owner signs in by it: it is theirs, of a kind that the instance uses for that, and not kept for the second step. */
    public boolean namesAtSignIn(Instance instance) {
        return (verified || reserved)
                && !reservedForSecondFactor
                && type.namesAtSignIn(instance.settings().attributes());
    }
}
