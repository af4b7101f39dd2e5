package dev.rollcall.idempotency;

/** The answer to a request, as it was sent. */
public record KeptAnswer(int status, String contentType, byte[] body) {}
