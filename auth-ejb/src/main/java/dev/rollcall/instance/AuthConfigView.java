package dev.rollcall.instance;

import java.util.List;

/** How people prove who they are here; each attribute is on, off or required. */
public record AuthConfigView(
        String object,
        String id,
        String firstName,
        String lastName,
        String emailAddress,
        String phoneNumber,
        String username,
        String password,
        List<List<String>> identificationRequirements,
        List<String> identificationStrategies,
        List<String> firstFactors,
        List<String> secondFactors,
        List<String> emailAddressVerificationStrategies,
        boolean singleSessionMode,
        boolean enhancedEmailDeliverability,
        boolean testMode,
        boolean urlBasedSessionSyncing,
        Long claimedAt,
        boolean reverification,
        NativeSettings nativeSettings) {

    /** What native apps may use. */
    public record NativeSettings(
            String object,
            boolean apiEnabled,
            boolean trustedDeviceSignInEnabled,
            boolean trustedDeviceEnrollmentPromptAfterSignInEnabled,
            boolean trustedDeviceEnrollmentPromptAfterSignUpEnabled) {}
}
