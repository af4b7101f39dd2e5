package dev.rollcall.message;

import jakarta.json.JsonObject;

/** A message as the Backend API shows it. */
public sealed interface MessageView permits EmailView, SmsView {

    /** {@code ema_…} or {@code sms_…}. */
    String id();

    /** {@code email} or {@code sms_message}. */
    String object();

    String slug();

    /** Null while the person is not a user yet. */
    String userId();

    /** {@code captured}, {@code queued}, {@code delivered}, {@code failed} or {@code handed_over}. */
    String status();

    /** The one-time code that the message carries; null if it carries none. */
    String otpCode();

    /** What the template was filled with. */
    JsonObject data();

    /** Whether this server delivers it; if not, the app does. */
    boolean deliveredByClerk();

    /** The job that delivers it; null where nothing has to. */
    String jobId();

    /** Why it failed, or was last tried in vain; null otherwise. */
    String error();

    long createdAt();

    /** The {@code data} of the event {@code email.created} or {@code sms.created}. */
    JsonObject payload();
}
