package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Changes the settings of an instance: one change after the other, each checked as a whole. */
@ApplicationScoped
class SettingsChange {

    /** The settings as they were and as they are, and their version now. */
    record Changed(InstanceSettings before, InstanceSettings after, long version) {}

    @Inject
    private InstanceStore instances;

    @Inject
    private Tenancies tenancies;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Applies a merge patch (RFC 7396). */
    Changed apply(String instanceId, JsonObject patch) {
        return apply(instanceId, patch, null, false);
    }

    /**
     * The same, if the settings are still of that version.
     *
     * @param expectedVersion null for any
     * @param dryRun whether to say what would become of it, and to keep nothing
     */
    Changed apply(String instanceId, JsonObject patch, String expectedVersion, boolean dryRun) {
        if (!dryRun) {
            tenancies.change();
        }
        var row = instances.lock(instanceId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        if (expectedVersion != null && !expectedVersion.equals(String.valueOf(row.settingsVersion()))) {
            throw InstanceProblem.CONFIG_VERSION_MISMATCH.refusal();
        }
        var before = row.settings();
        var after = SettingsRules.check(SettingsDocument.patched(before, patch, InstanceSettings.defaults(row.type())));
        if (!dryRun && !after.equals(before)) {
            row.configure(after, clock.real());
            audit.record(instanceId, act(row.id(), before, after));
        }
        return new Changed(before, after, row.settingsVersion());
    }

    /** Says of each part of the settings that is another now how it was and how it is. */
    private static AuditAct act(String instanceId, InstanceSettings before, InstanceSettings after) {
        var was = SettingsDocument.write(before);
        var is = SettingsDocument.write(after);
        var parts = is.keySet().stream()
                .filter(part -> !is.get(part).equals(was.get(part)))
                .toList();
        return AuditAct.of("config.changed", "instance", instanceId).changing(of(was, parts), of(is, parts));
    }

    private static JsonObject of(JsonObject document, List<String> parts) {
        var some = Json.createObjectBuilder();
        parts.forEach(part -> some.add(part, document.get(part)));
        return some.build();
    }
}
