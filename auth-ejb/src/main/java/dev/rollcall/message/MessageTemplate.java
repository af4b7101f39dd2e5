package dev.rollcall.message;

import java.util.Arrays;

/** The e-mails there are. Each has three resource files: {@code message/<slug>.subject.hbs}, {@code .html.hbs}, {@code .txt.hbs}. */
enum MessageTemplate {
    VERIFICATION_CODE("verification_code"),
    RESET_PASSWORD_CODE("reset_password_code");

    private final String slug;

    MessageTemplate(String slug) {
        this.slug = slug;
    }

    /** The template of that name; there is always one, for the name comes from our own code. */
    static MessageTemplate of(String slug) {
        return Arrays.stream(values())
                .filter(t -> t.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message template " + slug));
    }

    String slug() {
        return slug;
    }
}
