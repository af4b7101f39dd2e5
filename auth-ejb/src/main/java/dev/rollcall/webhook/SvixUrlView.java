package dev.rollcall.webhook;

/** Where a person manages an instance's webhooks ({@code SvixURL}). */
public record SvixUrlView(String svixUrl) {

    /** The page that this opens. */
    public static SvixUrlView of(PortalAccessOut access) {
        return new SvixUrlView(access.url());
    }
}
