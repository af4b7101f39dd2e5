package dev.rollcall.user;

import dev.rollcall.instance.Instance;
import dev.rollcall.json.Json;
import jakarta.json.JsonObject;

/** What is said to somebody whose account was locked. */
final class LockoutNotice {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private LockoutNotice() {}

    static JsonObject data(Instance instance) {
        long seconds = instance.settings().protection().lockout().durationSeconds();
        var duration = seconds % HOUR == 0
                ? counted(seconds / HOUR, "hour")
                : counted((seconds + MINUTE - 1) / MINUTE, "minute");
        return Json.createObjectBuilder().add("lockout_duration", duration).build();
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
