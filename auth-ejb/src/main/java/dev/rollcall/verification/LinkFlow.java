package dev.rollcall.verification;

/** What a link in an e-mail belongs to. */
public enum LinkFlow {
    SIGN_IN("magic_link_sign_in"),
    SIGN_UP("magic_link_sign_up"),
    PROFILE("magic_link_user_profile");

    private final String slug;

    LinkFlow(String slug) {
        this.slug = slug;
    }

    /** The template of the e-mail. */
    String slug() {
        return slug;
    }
}
