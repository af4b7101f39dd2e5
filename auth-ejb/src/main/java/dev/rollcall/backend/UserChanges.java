package dev.rollcall.backend;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is written down of a change to a user. Public metadata often holds what somebody may do, and is shown to the user's browser
 * anyway: how it was and is. Of everything else only the names: values are people's names and addresses, and the other metadata, of which
 * the first keys are named, belongs to the app and may be secret.
 */
final class UserChanges {

    private static final Set<String> OPEN = Set.of("public_metadata");
    private static final Set<String> BY_KEY = Set.of("private_metadata", "unsafe_metadata");
    private static final Set<String> CLOCKS = Set.of("updated_at", "last_active_at");
    private static final int MOST_NAMES = 50;

    private UserChanges() {}

    /** The act, for a user who looked like this on the wire before and looks like that now. */
    static AuditAct between(String userId, JsonObject before, JsonObject after, boolean password) {
        var was = Json.createObjectBuilder();
        var is = Json.createObjectBuilder();
        var changed = new TreeSet<String>();
        if (password) {
            changed.add("password");
        }
        for (var field : names(before, after)) {
            var old = before.getOrDefault(field, JsonValue.NULL);
            var now = after.getOrDefault(field, JsonValue.NULL);
            if (CLOCKS.contains(field) || old.equals(now)) {
                continue;
            }
            if (BY_KEY.contains(field)) {
                keys(object(old), object(now)).forEach(key -> changed.add(field + "." + key));
                continue;
            }
            changed.add(field);
            if (OPEN.contains(field)) {
                was.add(field, old);
                is.add(field, now);
            }
        }
        return AuditAct.of("user.updated", "user", userId)
                .changing(was.build(), is.add("changed", list(changed)).build());
    }

    private static Set<String> keys(JsonObject old, JsonObject now) {
        var changed = names(old, now);
        changed.removeIf(key -> old.getOrDefault(key, JsonValue.NULL).equals(now.getOrDefault(key, JsonValue.NULL)));
        return changed;
    }

    private static Set<String> names(JsonObject one, JsonObject other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static JsonObject object(JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonArrayBuilder list(Set<String> names) {
        var list = Json.createArrayBuilder();
        names.stream().limit(MOST_NAMES).forEach(list::add);
        return list;
    }
}
