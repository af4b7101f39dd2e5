package dev.rollcall.webhook;

/** The secret that a receiver verifies with ({@code EndpointSecretOut}). */
public record EndpointSecretOut(String key) {

    /** A secret does not print itself. */
    @Override
    public String toString() {
        return "EndpointSecretOut[]";
    }
}
