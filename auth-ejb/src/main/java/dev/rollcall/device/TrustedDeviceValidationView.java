package dev.rollcall.device;

/** Whether a device may sign its user in ({@code Client.TrustedDeviceValidation}). */
public record TrustedDeviceValidationView(String object, boolean valid) {

    static TrustedDeviceValidationView of(boolean valid) {
        return new TrustedDeviceValidationView("trusted_device_validation", valid);
    }
}
