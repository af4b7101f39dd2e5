package dev.rollcall.instance;

import java.util.Arrays;
import java.util.Optional;

/** One thing that an operator may be allowed to do. On the wire: what it is about, a colon, and {@code read} or {@code write}. */
public enum Scope {
    APPLICATIONS_READ("applications:read"),
    APPLICATIONS_WRITE("applications:write"),
    APPLICATION_USAGE_READ("application_usage:read"),
    AUDIT_READ("audit:read"),
    CONFIG_READ("config:read"),
    CONFIG_WRITE("config:write"),
    JOBS_READ("jobs:read"),
    JOBS_WRITE("jobs:write"),
    /** To see secret keys, with which an app's server may do everything. */
    KEYS_READ("keys:read"),
    /** To replace secret keys and signing keys. */
    KEYS_WRITE("keys:write"),
    TOKENS_READ("tokens:read"),
    /** To make and revoke access tokens; none that may do more than its maker. */
    TOKENS_WRITE("tokens:write"),
    USERS_READ("users:read"),
    USERS_WRITE("users:write");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    /** The name in the API, in tokens and in the database. */
    public String wire() {
        return wire;
    }

    /** Whether it changes nothing and shows no secret. */
    public boolean onlyLooks() {
        return wire.endsWith(":read") && this != KEYS_READ;
    }

    /** The scope of this name. */
    public static Optional<Scope> ofWire(String wire) {
        return Arrays.stream(values()).filter(s -> s.wire.equals(wire)).findFirst();
    }
}
