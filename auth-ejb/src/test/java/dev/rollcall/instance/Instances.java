package dev.rollcall.instance;

import jakarta.json.Json;

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

    /** A development instance with default settings but for the rules of passwords. */
    public static Instance withPasswordRules(InstanceSettings.Password rules) {
        var patch = Json.createObjectBuilder().add("password", SettingsDocument.write(rules));
        var defaults = InstanceSettings.defaults(EnvironmentType.DEVELOPMENT);
        return with(SettingsDocument.patched(defaults, patch.build(), defaults));
    }
}
