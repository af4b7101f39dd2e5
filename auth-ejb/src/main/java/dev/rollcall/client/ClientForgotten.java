package dev.rollcall.client;

/** A client was destroyed: the answer must clear the {@code __client} cookie. */
public record ClientForgotten(String instanceId, String clientId) {}
