package dev.rollcall.instance;

import jakarta.json.Json;
import java.io.StringReader;

/** Instances for tests. */
public final class Instances {

    private Instances() {}

    /** A development instance with default settings. */
    public static Instance development() {
        return with(InstanceSettings.defaults(EnvironmentType.DEVELOPMENT));
    }

    /** A development instance with these settings. */
    public static Instance with(InstanceSettings settings) {
        return new Instance(
                "ins_1",
                "app_1",
                "Test",
                EnvironmentType.DEVELOPMENT,
                "calm-otter-7",
                "calm-otter-7.clerk.accounts.dev",
                "http://localhost:9080",
                null,
                "pk_test_Y2FsbS1vdHRlci03LmNsZXJrLmFjY291bnRzLmRldiQ=",
                settings,
                1);
    }

    /** A production instance of example.com with default settings. */
    public static Instance production() {
        return new Instance(
                "ins_2",
                "app_1",
                "Test",
                EnvironmentType.PRODUCTION,
                "bold-heron-3",
                "clerk.example.com",
                "https://clerk.example.com",
                "example.com",
                "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k",
                InstanceSettings.defaults(EnvironmentType.PRODUCTION),
                1);
    }

    /** A development instance whose settings were changed by a merge patch, JSON with single quotes. */
    public static Instance patched(String patch) {
        var defaults = InstanceSettings.defaults(EnvironmentType.DEVELOPMENT);
        try (var reader = Json.createReader(new StringReader(patch.replace('\'', '"')))) {
            return with(SettingsRules.check(SettingsDocument.patched(defaults, reader.readObject(), defaults)));
        }
    }

    /** A development instance where phone numbers are identifiers, proved by a code. */
    public static Instance withPhones() {
        return patched("{'attributes': {'phone_number': {'enabled': true, 'used_for_first_factor': true,"
                + " 'first_factors': ['phone_code'], 'verifications': ['phone_code'], 'verify_at_sign_up': true}}}");
    }

    /** A development instance with default settings but for the rules of passwords. */
    public static Instance withPasswordRules(InstanceSettings.Password rules) {
        var patch = Json.createObjectBuilder().add("password", SettingsDocument.write(rules));
        var defaults = InstanceSettings.defaults(EnvironmentType.DEVELOPMENT);
        return with(SettingsDocument.patched(defaults, patch.build(), defaults));
    }
}
