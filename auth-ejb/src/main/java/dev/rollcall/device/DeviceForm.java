package dev.rollcall.device;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import java.util.Set;

/** A device that wants to be trusted, as it describes itself. */
record DeviceForm(String platform, String appIdentifier, String name, DeviceKey key) {

    private static final int LONGEST = 256;
    private static final Set<String> PLATFORMS = Set.of("ios", "android");

    static DeviceForm of(Input form) {
        var platform = form.required("platform");
        if (!PLATFORMS.contains(platform)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("platform").saying("platform must be ios or android.");
        }
        checkAlgorithm(form.required("algorithm"));
        var app = form.required("app_identifier").strip();
        if (app.isEmpty()) {
            throw Input.missing("app_identifier");
        }
        return new DeviceForm(
                platform,
                bounded(app, "app_identifier"),
                form.text("name").map(name -> bounded(name, "name")).orElse(null),
                DeviceKey.of(form.required("public_key_jwk"), "public_key_jwk"));
    }

    static void checkAlgorithm(String algorithm) {
        if (!DeviceKey.ALGORITHM.equals(algorithm)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID.refusal("algorithm").saying("algorithm must be ES256.");
        }
    }

    private static String bounded(String text, String parameter) {
        if (text.length() > LONGEST) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED.refusal(parameter);
        }
        return OneLine.checked(parameter, text);
    }
}
