package dev.rollcall.user;

/**
 * By what a user may prove to be one.
 *
 * @param primaryEmailAddressId null where there is none
 * @param primaryPhoneNumberId null where there is none
 * @param passwordDigest null where there is no password
 * @param passwordCompromised whether the password is held for known to others
 */
public record Proofs(
        String primaryEmailAddressId, String primaryPhoneNumberId, String passwordDigest, boolean passwordCompromised) {

    static final Proofs NONE = new Proofs(null, null, null, false);

    @Override
    public String toString() {
        return "Proofs[…]";
    }
}
