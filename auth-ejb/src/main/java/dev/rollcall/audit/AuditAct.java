package dev.rollcall.audit;

import jakarta.json.JsonObject;

/**
 * One thing that was done, in words that stay: {@code user.banned}, {@code config.changed}. Who did it, when and from where is known to the
 * thread that does it.
 *
 * @param action the kind of thing, a dot, and what became of it
 * @param targetType what it was done to, in snake case
 * @param targetId which of them
 * @param before how a setting was; null where nothing was set. Never holds a secret
 * @param after how it is now; null likewise
 */
public record AuditAct(String action, String targetType, String targetId, JsonObject before, JsonObject after) {

    /** This was done to that. */
    public static AuditAct of(String action, String targetType, String targetId) {
        return new AuditAct(action, targetType, targetId, null, null);
    }

    /** It changed these settings, which must not be secrets; either may be null. */
    public AuditAct changing(JsonObject was, JsonObject is) {
        return new AuditAct(action, targetType, targetId, was, is);
    }
}
