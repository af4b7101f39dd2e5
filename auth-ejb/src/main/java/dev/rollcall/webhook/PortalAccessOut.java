package dev.rollcall.webhook;

/** A way into an instance's webhooks ({@code AppPortalAccessOut}). */
public record PortalAccessOut(String url, String token) {

    /** A token does not print itself. */
    @Override
    public String toString() {
        return "PortalAccessOut[]";
    }
}
