package dev.rollcall.instance;

import dev.rollcall.input.Input;
import dev.rollcall.json.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;

/** What operators read and change of an instance's settings. */
@Stateless
public class ConfigService {

    /** How a change is meant; a null version is not checked. */
    private record Mode(boolean dryRun, boolean destructive, String expectedVersion) {

        static Mode of(Input query, String ifMatch) {
            var tag = ifMatch == null
                    ? "*"
                    : ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
            var version = tag.equals("*") ? null : tag;
            return new Mode(query.flag("dry_run", false), query.flag("destructive", false), version);
        }
    }

    @Inject
    private InstanceService named;

    @Inject
    private SettingsChange change;

    /** The settings, or those of the given keys, with their version. */
    public JsonObject get(String applicationId, String environmentOrId, Input query) {
        var keys = query.list("keys");
        var instance = named.named(applicationId, environmentOrId);
        var document = SettingsDocument.write(instance.settings());
        return Json.createObjectBuilder(only(document, keys.isEmpty() ? document.keySet() : keys))
                .add("config_version", String.valueOf(instance.settingsVersion()))
                .build();
    }

    /** What the settings may be, as JSON Schema. */
    public JsonObject schema(String applicationId, String environmentOrId, Input query) {
        named.named(applicationId, environmentOrId);
        return SettingsSchema.of(query.list("keys"));
    }

    /** Changes some settings by a merge patch and answers them, or those of the given keys, as they were and as they are. */
    public JsonObject patch(String applicationId, String environmentOrId, Input body, Input query, String ifMatch) {
        var patch = body.document();
        var keys = query.list("keys");
        return change(
                applicationId, environmentOrId, patch, keys.isEmpty() ? patch.keySet() : keys, Mode.of(query, ifMatch));
    }

    /** Sets all settings: every key must be there. */
    public JsonObject put(String applicationId, String environmentOrId, Input body, Input query, String ifMatch) {
        var document = body.document();
        var current = SettingsDocument.write(
                named.named(applicationId, environmentOrId).settings());
        var missing = current.keySet().stream()
                .filter(key -> !document.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            throw InstanceProblem.CONFIG_KEY_MISSING
                    .refusal(missing.get(0))
                    .saying("These configuration keys are missing: " + String.join(", ", missing) + ".");
        }
        return change(applicationId, environmentOrId, document, current.keySet(), Mode.of(query, ifMatch));
    }

    /** Changes some settings by a merge patch, nulls included, and answers all of them as they are then. */
    public InstanceSettings change(Instance instance, JsonObject patch) {
        return change.apply(instance.id(), patch).after();
    }

    private JsonObject change(
            String applicationId, String environmentOrId, JsonObject patch, Collection<String> keys, Mode mode) {
        if (!mode.destructive()) {
            refuseNull(patch, "");
        }
        var id = named.named(applicationId, environmentOrId).id();
        var changed = change.apply(id, patch, mode.expectedVersion(), mode.dryRun());
        return Json.createObjectBuilder()
                .add("config_version", String.valueOf(changed.version()))
                .add("dry_run", mode.dryRun())
                .add("before", only(SettingsDocument.write(changed.before()), keys))
                .add("after", only(SettingsDocument.write(changed.after()), keys))
                .build();
    }

    private static void refuseNull(JsonObject patch, String path) {
        patch.forEach((key, value) -> {
            if (value == JsonValue.NULL) {
                throw InstanceProblem.CONFIG_CHANGE_DESTRUCTIVE.refusal(path + key);
            }
            if (value instanceof JsonObject inner) {
                refuseNull(inner, path + key + ".");
            }
        });
    }

    private static JsonObject only(JsonObject document, Collection<String> keys) {
        var part = Json.createObjectBuilder();
        for (var key : keys) {
            if (!document.containsKey(key)) {
                throw InstanceProblem.CONFIG_KEY_UNKNOWN.refusal(key);
            }
            part.add(key, document.get(key));
        }
        return part.build();
    }
}
