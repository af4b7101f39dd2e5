package dev.rollcall.template;

import static dev.rollcall.job.Priority.NORMAL;
import static dev.rollcall.job.Priority.URGENT;
import static dev.rollcall.template.Medium.EMAIL;
import static dev.rollcall.template.Medium.SMS;

import dev.rollcall.job.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The messages there are. The words of each stand in the resource {@code template/<medium>/<slug>.hbs}; an instance may put its own in
 * their place. What is urgent holds a code or a link that a person waits for, and is worth nothing once that has expired.
 */
enum BuiltIn {
    VERIFICATION_CODE(EMAIL, URGENT, "otp_code"),
    MAGIC_LINK_SIGN_IN(EMAIL, URGENT, "magic_link"),
    MAGIC_LINK_SIGN_UP(EMAIL, URGENT, "magic_link"),
    MAGIC_LINK_USER_PROFILE(EMAIL, URGENT, "magic_link"),
    RESET_PASSWORD_CODE(EMAIL, URGENT, "otp_code"),
    INVITATION(EMAIL, NORMAL, "action_url", "inviter_name", "expires_in_days"),
    ORGANIZATION_INVITATION(EMAIL, NORMAL, "action_url", "org.name", "inviter_name", "expires_in_days"),
    ORGANIZATION_INVITATION_ACCEPTED(EMAIL, NORMAL, "", "org.name", "member.email_address", "action_url"),
    ORGANIZATION_MEMBERSHIP_REQUESTED(EMAIL, NORMAL, "", "org.name", "requester.email_address", "action_url"),
    AFFILIATION_CODE(EMAIL, URGENT, "otp_code", "org.name"),
    NEW_DEVICE_SIGN_IN(
            EMAIL,
            NORMAL,
            "",
            "browser_name",
            "operating_system",
            "ip_address",
            "location",
            "session_created_at",
            "revoke_session_url"),
    PASSWORD_CHANGED(EMAIL, NORMAL, ""),
    PASSWORD_REMOVED(EMAIL, NORMAL, ""),
    PRIMARY_EMAIL_ADDRESS_CHANGED(EMAIL, NORMAL, "", "new_email_address"),
    PASSKEY_ADDED(EMAIL, NORMAL, "", "passkey_name"),
    PASSKEY_REMOVED(EMAIL, NORMAL, "", "passkey_name"),
    ACCOUNT_LOCKED(EMAIL, NORMAL, "", "lockout_duration"),
    WAITLIST_CONFIRMATION(EMAIL, NORMAL, ""),
    WAITLIST_INVITATION(EMAIL, NORMAL, "action_url"),
    CHANNEL_TEST(EMAIL, NORMAL, ""),
    SMS_VERIFICATION_CODE(SMS, URGENT, "otp_code"),
    SMS_RESET_PASSWORD_CODE(SMS, URGENT, "otp_code"),
    SMS_PASSWORD_CHANGED(SMS, NORMAL, ""),
    SMS_PASSWORD_REMOVED(SMS, NORMAL, ""),
    SMS_PASSKEY_ADDED(SMS, NORMAL, ""),
    SMS_PASSKEY_REMOVED(SMS, NORMAL, ""),
    SMS_CHANNEL_TEST(SMS, NORMAL, "");

    private static final String SMS_MARK = "SMS_";

    private final Medium medium;
    private final Priority priority;
    private final String required;
    private final List<String> more;

    BuiltIn(Medium medium, Priority priority, String required, String... more) {
        this.medium = medium;
        this.priority = priority;
        this.required = required;
        this.more = List.of(more);
    }

    /** The message of that slug; there is always one, for the slug comes from our own code. */
    static BuiltIn of(Medium medium, String slug) {
        return find(medium, slug)
                .orElseThrow(() -> new IllegalArgumentException("no " + medium.wire() + " template " + slug));
    }

    /** The message of that slug. */
    static Optional<BuiltIn> find(Medium medium, String slug) {
        return Arrays.stream(values())
                .filter(b -> b.medium == medium && b.slug().equals(slug))
                .findFirst();
    }

    /** The name on the wire. */
    String slug() {
        return (medium == SMS ? name().substring(SMS_MARK.length()) : name()).toLowerCase(java.util.Locale.ROOT);
    }

    Medium medium() {
        return medium;
    }

    Priority priority() {
        return priority;
    }

    /** Our own trial of a channel is no template of an instance. */
    boolean isListed() {
        return this != CHANNEL_TEST && this != SMS_CHANNEL_TEST;
    }

    /** Its place in lists. */
    int position() {
        return List.of(values()).indexOf(this);
    }

    /** The variables without which it would be pointless. */
    List<String> required() {
        return required.isEmpty() ? List.of() : List.of(required);
    }

    /** The variables that it has beyond those of every message. */
    List<String> more() {
        return more;
    }
}
