package dev.rollcall.instance;

/** A new instance, in the transaction that creates it. */
public record InstanceCreated(String instanceId) {}
