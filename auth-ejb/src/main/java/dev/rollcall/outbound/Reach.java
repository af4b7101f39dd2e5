package dev.rollcall.outbound;

import dev.rollcall.instance.Instance;

/** Which addresses a request of ours may go to. Loopback, private, link-local and metadata addresses are no place for a tenant's URL. */
public enum Reach {
    /** Public addresses, and the networks that the operator allows ({@code ROLLCALL_OUTBOUND_ALLOW}). */
    PUBLIC,
    /** These and this machine: what a development instance may reach. */
    LOCALHOST_TOO,
    /** Anything: for the URLs that the operator has set. */
    ANYWHERE;

    /** How far the URLs of this instance's developers reach. */
    public static Reach of(Instance instance) {
        return instance.isDevelopment() ? LOCALHOST_TOO : PUBLIC;
    }
}
