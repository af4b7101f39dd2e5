package dev.rollcall.meter;

/** What this node counts of its own work. The names are shown at {@code /metrics}, so dashboards depend on them. */
public enum Metered {
    /** By {@code kind}: session, template. */
    TOKENS_MINTED("rollcall_tokens_minted", "Tokens that were signed."),

    /** By {@code outcome}: complete, failed, locked. */
    SIGN_INS("rollcall_sign_ins", "Sign-ins by how they ended, and wrong answers on the way."),

    /** Without tags. */
    CACHE_MISSES(
            "rollcall_instance_cache_misses", "Questions about instances and keys that the database had to answer."),

    /** By {@code lane}: mints, flows, images, uploads, apps, operators, others, peers. */
    TURNED_AWAY("rollcall_requests_turned_away", "Requests answered 503 because too many others were under way.");

    private final String metric;
    private final String description;

    Metered(String metric, String description) {
        this.metric = metric;
        this.description = description;
    }

    String metric() {
        return metric;
    }

    String description() {
        return description;
    }
}
