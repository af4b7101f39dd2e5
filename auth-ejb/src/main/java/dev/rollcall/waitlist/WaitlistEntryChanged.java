package dev.rollcall.waitlist;

/** Somebody waits, or something about their waiting has changed. Fired in the transaction that changes it. */
public record WaitlistEntryChanged(String instanceId, WaitlistEntryView entry, boolean isNew) {}
