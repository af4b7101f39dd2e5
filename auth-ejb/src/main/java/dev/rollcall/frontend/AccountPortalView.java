package dev.rollcall.frontend;

import dev.rollcall.instance.Instance;

/**
 * What our hosted pages are set to ({@code Client.AccountPortal}).
 *
 * @param internalLinking whether components may link to each other's pages here
 */
public record AccountPortalView(
        String object,
        boolean allowed,
        boolean enabled,
        boolean internalLinking,
        String afterSignInUrl,
        String afterSignUpUrl,
        String afterJoinWaitlistUrl,
        String afterCreateOrganizationUrl,
        String afterLeaveOrganizationUrl,
        String logoLinkUrl,
        Customization customization) {

    /** Colours of the pages; null is what components choose themselves. */
    public record Customization(
            String appearance,
            String primaryColorLight,
            String primaryColorDark,
            String backgroundColorLight,
            String backgroundColorDark) {}

    static AccountPortalView of(Instance instance) {
        var display = instance.settings().display();
        return new AccountPortalView(
                "account_portal",
                true,
                true,
                true,
                display.afterSignInUrl(),
                display.afterSignUpUrl(),
                "",
                "",
                "",
                display.logoLinkUrl(),
                new Customization("auto", null, null, null, null));
    }
}
