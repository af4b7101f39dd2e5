package dev.rollcall.webhook;

/** The server has disabled an endpoint that did nothing but fail for days. Fired in the transaction that does. */
public record EndpointDisabled(String instanceId, String endpointId) {}
