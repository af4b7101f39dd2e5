package dev.rollcall.id;

/** The kinds of things that have ids, with the prefix each shows on the wire. */
public enum Prefix {
    APPLICATION("app"),
    INSTANCE("ins"),
    DOMAIN("dmn"),
    USER("user"),
    IDENTIFICATION("idn"),
    VERIFICATION("ver"),
    CLIENT("client"),
    DEV_BROWSER("dvb"),
    SESSION("sess"),
    SESSION_ACTIVITY("sess_activity"),
    SIGN_IN("sia"),
    SIGN_UP("sua"),
    EMAIL("ema"),
    SMS("sms"),
    IMAGE("img"),
    PLATFORM_TOKEN("plat"),
    SECRET_KEY("sk"),
    JOB("job"),
    WEBHOOK_ENDPOINT("ep"),
    WEBHOOK_EVENT("msg"),
    WEBHOOK_DELIVERY("dlv"),
    WEBHOOK_ATTEMPT("atmpt"),
    JWT_TEMPLATE("jtmp"),
    REDIRECT_URL("rurl"),
    SIGN_IN_TOKEN("sit"),
    ACTOR_TOKEN("act"),
    INVITATION("inv"),
    WAITLIST_ENTRY("wle"),
    ALLOWLIST_IDENTIFIER("alid"),
    BLOCKLIST_IDENTIFIER("blid"),
    IMPORT("imp"),
    EXPORT("exp"),
    AUDIT_EVENT("aud"),
    TEST_CLOCK("clock"),
    TOTP("totp"),
    BACKUP_CODES("bcd"),
    TRUSTED_DEVICE("trd");

    private final String text;

    Prefix(String text) {
        this.text = text;
    }

    /** The prefix without its underscore. */
    public String text() {
        return text;
    }
}
