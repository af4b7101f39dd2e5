package dev.rollcall.user;

/**
 * A whole user, but for what names them.
 *
 * @param primaryEmailAddressId null for none
 * @param primaryPhoneNumberId null for none
 */
public record StoredUser(String id, NewUser user, String primaryEmailAddressId, String primaryPhoneNumberId) {}
