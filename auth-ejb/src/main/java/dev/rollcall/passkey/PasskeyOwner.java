package dev.rollcall.passkey;

/**
 * Whom a passkey is made for, as the browser's own dialogs show it.
 *
 * @param name what names the account, for example the e-mail address
 * @param displayName what people call themselves
 */
public record PasskeyOwner(String userId, String name, String displayName) {}
