package dev.rollcall.invitation;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.identifier.Identifiers;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.security.Redirects;
import dev.rollcall.user.Metadata;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A request to invite somebody.
 *
 * @param redirectUrl where the app accepts it by itself; null for the sign-up page
 * @param notified whether the person is written to; if not, the app hands the URL over
 * @param ignoreExisting whether it may stand beside another one, and beside an account
 */
public record InvitationForm(
        String emailAddress,
        JsonObject publicMetadata,
        String redirectUrl,
        boolean notified,
        boolean ignoreExisting,
        Duration lifetime,
        String template) {

    private static final long USUAL_DAYS = 30;
    private static final long MOST_DAYS = 365;
    private static final String INVITATION = "invitation";
    private static final String WAITLIST_INVITATION = "waitlist_invitation";

    /** An invitation of somebody who has waited for it. */
    public static InvitationForm ofWaiting(String emailAddress, boolean ignoreExisting) {
        return plain(emailAddress, ignoreExisting, WAITLIST_INVITATION);
    }

    /** An invitation with nothing special to it. */
    public static InvitationForm of(String emailAddress) {
        return plain(emailAddress, false, INVITATION);
    }

    static InvitationForm of(Instance instance, Redirects redirects, Input body) {
        body.only(Set.of(
                "email_address",
                "public_metadata",
                "redirect_url",
                "notify",
                "ignore_existing",
                "expires_in_days",
                "template_slug"));
        return new InvitationForm(
                Identifiers.emailAddress(body.required("email_address"), "email_address"),
                body.object("public_metadata")
                        .map(metadata -> Metadata.checked(metadata, "public_metadata"))
                        .orElse(JsonObject.EMPTY_JSON_OBJECT),
                body.text("redirect_url")
                        .map(url -> redirects.web(instance, url).uri().toString())
                        .orElse(null),
                body.flag("notify", true),
                body.flag("ignore_existing", false),
                Duration.ofDays(body.number("expires_in_days", 1, MOST_DAYS).orElse(USUAL_DAYS)),
                template(body));
    }

    private static InvitationForm plain(String emailAddress, boolean ignoreExisting, String template) {
        return new InvitationForm(
                emailAddress,
                JsonObject.EMPTY_JSON_OBJECT,
                null,
                true,
                ignoreExisting,
                Duration.ofDays(USUAL_DAYS),
                template);
    }

    private static String template(Input body) {
        var slug = body.text("template_slug").orElse(INVITATION);
        if (!List.of(INVITATION, WAITLIST_INVITATION).contains(slug)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("template_slug")
                    .saying("template_slug must be " + INVITATION + " or " + WAITLIST_INVITATION + ".");
        }
        return slug;
    }

    @Override
    public String toString() {
        return "InvitationForm[…]"; // holds an address
    }
}
