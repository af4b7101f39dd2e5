package dev.rollcall.instance;

/** A production instance has another domain, in the transaction that changes it. */
public record InstanceMoved(String instanceId) {}
