package dev.rollcall.client;

/** Names one client: a browser or a device of an instance. */
public record ClientRef(String instanceId, String id) {}
