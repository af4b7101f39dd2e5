package dev.rollcall.upkeep;

import dev.rollcall.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;

/** How far a run has come, as operators see it and as another node goes on from it. */
final class Progress {

    private final Map<String, Long> swept = new TreeMap<>();
    private final Map<String, Long> failed = new TreeMap<>();
    private Checkpoint checkpoint = new Checkpoint("", "");
    private long stops;

    /** The last stop that is done with; both are empty before the first one. */
    record Checkpoint(String sweep, String instance) {}

    static Progress of(JsonObject json) {
        var progress = new Progress();
        progress.checkpoint = new Checkpoint(json.getString("sweep", ""), json.getString("instance", ""));
        progress.stops = json.containsKey("stops") ? json.getJsonNumber("stops").longValue() : 0;
        read(json, "swept", progress.swept);
        read(json, "failed", progress.failed);
        return progress;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** A stop was dealt with for good. */
    void passed(Stop stop) {
        checkpoint = new Checkpoint(stop.sweep().name(), stop.instanceId());
        stops++;
    }

    /** So many rows were dealt with. */
    void swept(Stop stop, int rows) {
        if (rows > 0) {
            swept.merge(stop.sweep().name(), (long) rows, Long::sum);
        }
    }

    /** A stop was left as it was. */
    void failed(Stop stop) {
        failed.merge(stop.sweep().name(), 1L, Long::sum);
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("sweep", checkpoint.sweep())
                .add("instance", checkpoint.instance())
                .add("stops", stops)
                .add("swept", numbers(swept))
                .add("failed", numbers(failed))
                .build();
    }

    private static JsonObjectBuilder numbers(Map<String, Long> counts) {
        var object = Json.createObjectBuilder();
        counts.forEach(object::add);
        return object;
    }

    private static void read(JsonObject json, String name, Map<String, Long> into) {
        json.getOrDefault(name, JsonObject.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((sweep, count) -> into.put(sweep, ((JsonNumber) count).longValue()));
    }
}
